/* Scatter plots: how many points there are, how far they reach, and whether two measures go
 * together. */
#include <math.h>

#include "describe/form.h"

/* Correlations weaker than this are not called one (Cohen 1988: 0.5 is large). */
static const double WEAK = 0.5;

struct moments {
    double n, x, y, xx, yy, xy;
    double low[2], high[2];
};

static struct moments measure(const struct fw_gist *gist)
{
    struct moments m = { .low = { INFINITY, INFINITY }, .high = { -INFINITY, -INFINITY } };
    double x0 = NAN, y0 = NAN; /* sums are about the first point, so that little is lost */
    for (size_t i = 0; i < gist->item_count; i++) {
        double x = gist->items[i].at, y = gist->items[i].value;
        if (!isfinite(x) || !isfinite(y)) {
            continue;
        }
        m.low[0] = fmin(m.low[0], x), m.high[0] = fmax(m.high[0], x);
        m.low[1] = fmin(m.low[1], y), m.high[1] = fmax(m.high[1], y);
        x0 = isnan(x0) ? x : x0, y0 = isnan(y0) ? y : y0;
        x -= x0, y -= y0;
        m.n++;
        m.x += x, m.y += y, m.xx += x * x, m.yy += y * y, m.xy += x * y;
    }
    return m;
}

static double correlation(const struct moments *m)
{
    double over = m->n * m->xy - m->x * m->y;
    double under = sqrt((m->n * m->xx - m->x * m->x) * (m->n * m->yy - m->y * m->y));
    return m->n >= 8 && under > 0 ? over / under : 0;
}

static bool tell(const struct fw_gist *gist, struct fw_bytes *out)
{
    const struct fw_channel_def *def = gist->dimension.def;
    if (!fw_gist_is(gist, " point circle square tick image text ") || def == NULL ||
        gist->measure.def == NULL || def->type != FW_QUANTITATIVE || fw_def_discrete(def) ||
        (gist->measure.channel != FW_CHANNEL_X && gist->measure.channel != FW_CHANNEL_Y)) {
        return false;
    }
    struct moments m = measure(gist);
    double r = correlation(&m);
    fw_bytes_puts(out, "Scatter plot");
    fw_word_subject(gist, out);
    fw_bytes_printf(out, ", %.0f points", m.n);
    if (m.n > 0) {
        fw_bytes_puts(out, " from ");
        fw_word_number(gist, m.low[1], out);
        fw_bytes_puts(out, " to ");
        fw_word_number(gist, m.high[1], out);
    }
    fw_bytes_puts(out, r >= WEAK    ? ". Both rise together."
                       : r <= -WEAK ? ". As one rises, the other falls."
                                    : ".");
    return true;
}

const struct fw_form fw_form_scatter = { "scatter", tell };
