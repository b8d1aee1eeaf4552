/*
 * draw-scene SCENE.json OUT...: draws a scene file in the formats that the suffixes of OUT name
 * ("-outlines.svg" gives outlined text). draw-scene --compare A.png B.png prints the mean
 * difference of a channel.
 */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/render.h"
#include "support/scene_file.h"

static int compare(const char *first, const char *second)
{
    cairo_surface_t *a = cairo_image_surface_create_from_png(first);
    cairo_surface_t *b = cairo_image_surface_create_from_png(second);
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    if (width == 0 || width != cairo_image_surface_get_width(b) ||
        height != cairo_image_surface_get_height(b)) {
        printf("the pictures differ in size\n");
        return 1;
    }
    double sum = 0;
    for (int y = 0; y < height; y++) {
        const unsigned char *p = cairo_image_surface_get_data(a);
        const unsigned char *q = cairo_image_surface_get_data(b);
        p += (ptrdiff_t)y * cairo_image_surface_get_stride(a);
        q += (ptrdiff_t)y * cairo_image_surface_get_stride(b);
        for (int i = 0; i < 4 * width; i++) {
            sum += abs(p[i] - q[i]);
        }
    }
    printf("%.3f\n", sum / (4.0 * width * height));
    cairo_surface_destroy(a);
    cairo_surface_destroy(b);
    return 0;
}

static bool draw(const struct fw_scene *scene, struct fw_fonts *fonts, struct fw_diag *diag,
                 const char *name)
{
    struct fw_bytes out = { 0 };
    struct fw_render_options options = { 0 };
    const char *suffix = strrchr(name, '.');
    options.svg_text = strstr(name, "-outlines.svg") != NULL ? "outlines" : "text";
    bool drawn = suffix != NULL && fw_render(suffix + 1, scene, fonts, &options, diag, &out);
    FILE *file = drawn ? fopen(name, "wb") : NULL;
    drawn = file != NULL && fwrite(out.data, 1, out.length, file) == out.length;
    if (file != NULL) {
        fclose(file);
    }
    fw_bytes_finish(&out);
    return drawn;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "--compare") == 0) {
        return compare(argv[2], argv[3]);
    }
    struct fw_arena *arena = fw_arena_create();
    struct fw_diag *diag = fw_diag_new(arena);
    struct fw_fonts *fonts = fw_fonts_create(&(struct fw_font_options){ 0 }, diag);
    struct fw_scene *scene = argc < 2 ? NULL : scene_file_read(arena, argv[1], ".");
    bool drawn = fonts != NULL && scene != NULL;
    for (int i = 2; i < argc && drawn; i++) {
        scene->title = "A scene";
        scene->description = "What a scene file shows.";
        drawn = draw(scene, fonts, diag, argv[i]);
    }
    for (size_t i = 0; i < fw_diag_count(diag); i++) {
        fprintf(stderr, "%s\n", fw_diag_get(diag, i)->message);
    }
    fw_fonts_destroy(fonts);
    fw_arena_destroy(arena);
    return drawn ? 0 : 1;
}
