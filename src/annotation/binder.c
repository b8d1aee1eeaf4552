/* The units that annotations are bound to, and faults of binding. */
#include "annotation/bind.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "train/train.h"

static void add_units(struct fw_annotation_binder *binder, const struct fw_view *view,
                      const char *only)
{
    bool is_meant = only == NULL || (view->name != NULL && strcmp(view->name, only) == 0);
    only = is_meant ? NULL : only;
    for (size_t i = 0; view->kind == FW_VIEW_LAYER && i < view->child_count; i++) {
        add_units(binder, view->children[i], only);
    }
    if (view->kind != FW_VIEW_UNIT || only != NULL || view->table == NULL) {
        return;
    }
    FW_RESERVE(binder->arena, binder->units, binder->unit_count, binder->unit_capacity);
    binder->units[binder->unit_count++] = fw_view_unit(view);
}

struct fw_annotation_binder fw_annotation_binder_of(const struct fw_view *view, const char *only)
{
    struct fw_annotation_binder binder = { .view = view, .arena = view->chart->make.arena };
    add_units(&binder, view, only);
    return binder;
}

bool fw_bind_fail(struct fw_annotation_binder *binder, struct fw_node node, enum fw_code code,
                  const char *format, ...)
{
    struct fw_annotation_fault *fault = &binder->entry->fault;
    if (fault->message != NULL) {
        return false;
    }
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *message = fw_arena_alloc(binder->arena, (size_t)length + 1);
    vsnprintf(message, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    *fault = (struct fw_annotation_fault){ .place = fw_node_place(binder->arena, node),
                                           .code = code,
                                           .message = message };
    return false;
}

void fw_bind_hint(struct fw_annotation_binder *binder, const char *hint)
{
    if (binder->entry->fault.hint == NULL) {
        binder->entry->fault.hint = hint;
    }
}

const struct fw_unit *fw_bind_unit(const struct fw_annotation_binder *binder,
                                   enum fw_channel channel)
{
    for (size_t i = 0; i < binder->unit_count; i++) {
        if (binder->units[i].scales[channel].scale != NULL) {
            return &binder->units[i];
        }
    }
    return NULL;
}

static bool is_measuring(const struct fw_unit *unit, enum fw_channel channel)
{
    const struct fw_unit_scale *scale = &unit->scales[channel];
    return scale->scale != NULL && fw_scale_kind_continuous(scale->kind) &&
           !fw_scale_kind_temporal(scale->kind) && !fw_def_binning(&unit->encoding->defs[channel]);
}

int fw_bind_measure(const struct fw_annotation_binder *binder)
{
    for (size_t i = 0; i < binder->unit_count; i++) {
        const struct fw_unit *unit = &binder->units[i];
        bool x = is_measuring(unit, FW_CHANNEL_X), y = is_measuring(unit, FW_CHANNEL_Y);
        if (x && y && unit->orient != FW_NO_ORIENT) {
            return unit->orient == FW_VERTICAL;
        }
        if (x || y) {
            return y;
        }
    }
    return 1;
}
