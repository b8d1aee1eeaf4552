/* What annotations draw on: lines, arrow heads and boxes over a view, and texts that find a free
 * place. */
#ifndef FW_ANNOTATION_CANVAS_H
#define FW_ANNOTATION_CANVAS_H

#include "annotation/look.h"
#include "guide/guide.h"
#include "guide/label_solver.h"

/** What is drawn, as boxes and lines that texts keep clear of. */
struct fw_clutter {
    struct fw_label_obstacle *items;
    size_t count, capacity;
};

/** A place where a text may stand: the side of its box that points to (x, y) touches it. */
struct fw_annotation_spot {
    double x, y;
    int across; /* -1: the text is left of x; 0: centred on it; 1: right of it */
    int down;   /* -1: above y; 0: centred on it; 1: below */
};

/** A text that waits for its place. */
struct fw_annotation_label {
    const char *text;                       /* lines joined by '\n' */
    double width, height;                   /* px of its box */
    const struct fw_annotation_spot *spots; /* [spot_count] from best to worst, at least one */
    size_t spot_count;
    bool is_fixed;          /* the first spot is where it stands, whatever is there */
    bool has_leader;        /* a line leads from the text to `anchor` */
    bool has_head;          /* which ends in an arrow head */
    struct fw_point anchor; /* px */
    double gap;             /* px around the anchor that the line leaves free */
};

/** Coordinates are px of the view, (0, 0) its upper left corner. */
struct fw_annotation_canvas {
    struct fw_guide_env env;
    const struct fw_annotation_look *look;
    double width, height;        /* of the view */
    struct fw_scene_node *over;  /* a group over the marks */
    struct fw_scene_node *under; /* a group under them */
    struct fw_clutter marks;     /* all that was drawn before, which brackets go beyond */
    struct fw_clutter grid;      /* lines that a text would rather not be crossed by */
    struct fw_clutter shades;    /* by annotations, under the marks */
    struct fw_clutter rules;     /* reference lines */
    struct fw_clutter drawn;     /* by annotations, over the marks */
    struct fw_annotation_label *labels;
    size_t label_count, label_capacity;
};

void fw_clutter_add(struct fw_arena *arena, struct fw_clutter *list, struct fw_box box);
void fw_clutter_add_line(struct fw_arena *arena, struct fw_clutter *list, struct fw_point from,
                         struct fw_point to);

/** A line through `count` points. */
void fw_canvas_line(struct fw_annotation_canvas *canvas, const struct fw_point *points,
                    size_t count);

/** A reference line from one end of the view to the other. */
void fw_canvas_rule(struct fw_annotation_canvas *canvas, struct fw_point from, struct fw_point to);

/** The line from `tail` to `tip` with an arrow head there, a head at both ends, or no head. */
enum fw_canvas_heads { FW_NO_HEAD, FW_ONE_HEAD, FW_TWO_HEADS };
void fw_canvas_arrow(struct fw_annotation_canvas *canvas, struct fw_point tail, struct fw_point tip,
                     enum fw_canvas_heads heads);

/** A shaded box under the marks. */
void fw_canvas_shade(struct fw_annotation_canvas *canvas, struct fw_box box);

/** A ring (or a filled dot) of a radius around a point. */
void fw_canvas_ring(struct fw_annotation_canvas *canvas, struct fw_point at, double radius,
                    bool is_filled);

/** How many marks and parts of annotations a line from `a` to `b` would run through. */
size_t fw_canvas_crossings(const struct fw_annotation_canvas *canvas, struct fw_point a,
                           struct fw_point b);

/** Breaks `text` for a box of about `FW_ANNOTATION_LINE` letters a line, or of `width` px where
 * that is less (0: no less), lines of like length. Sets the label's text, width and height. */
enum { FW_ANNOTATION_LINE = 30 };
void fw_canvas_break(const struct fw_annotation_canvas *canvas, const char *text, double width,
                     struct fw_annotation_label *label);

/** Keeps a text for fw_canvas_settle; its spots live as long as the canvas. A fixed one is in the
 * way of what is drawn from now on. */
void fw_canvas_say(struct fw_annotation_canvas *canvas, const struct fw_annotation_label *label);

/** Finds the places of all texts together and draws them, with their leaders. */
void fw_canvas_settle(struct fw_annotation_canvas *canvas);

#endif
