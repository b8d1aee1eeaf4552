/* Color spaces: values of d3-color, and the way back. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "color/space.h"

static bool same(double a, double b)
{
    return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-6;
}

static bool same_three(double a, double b, double c, const double want[3])
{
    return same(a, want[0]) && same(b, want[1]) && same(c, want[2]);
}

static bool same_color(struct fw_color a, struct fw_color b)
{
    /* the matrices of Lab and their published inverses agree to about 1e-4 */
    return fabs(a.r - b.r) + fabs(a.g - b.g) + fabs(a.b - b.b) < 0.01;
}

static void spaces_are_those_of_d3(void **state)
{
    /* the hue of a grey in cubehelix is rounding noise, so greys are left to the test of the way
     * back */
    static const struct {
        const char *text;
        double hsl[3], lab[3], hcl[3], helix[3];
    } cases[] = {
        { "#4682b4",
          { 207.272727273, 0.44, 0.490196078 },
          { 51.986248906, -8.362792037, -32.83269945 },
          { 255.710091244, 33.881004174, 51.986248906 },
          { 202.848378965, 0.627314723, 0.460784356 } },
        { "#ff0000",
          { 0, 1, 0.5 },
          { 54.291733769, 80.812455318, 69.885040324 },
          { 40.852612776, 106.838999413, 54.291733769 },
          { 351.810261771, 1.948897645, 0.299999445 } },
        { "#0a0",
          { 120, 1, 0.333333333 },
          { 60.619717024, -58.515493695, 59.772321229 },
          { 134.391245805, 83.646837283, 60.619717024 },
          { 109.959165219, 1.298674653, 0.393334003 } },
        { "#000", { NAN, NAN, 0 }, { 0, 0, 0 }, { NAN, NAN, 0 }, { NAN, NAN, 0 } },
        { "#fff", { NAN, NAN, 1 }, { 100, 0, 0 }, { NAN, NAN, 100 }, { NAN, NAN, 1 } },
        { "#00f",
          { 240, 1, 0.5 },
          { 29.567572864, 68.298653266, -112.029429913 },
          { 301.368540512, 131.207085192, 29.567572864 },
          { 236.942171677, 4.614386868, 0.10999955 } },
        { "#ff8",
          { 60, 1, 0.766666667 },
          { 98.205591727, -11.649956176, 56.279178291 },
          { 101.695215223, 57.47231845, 98.205591727 },
          { 56.942171677, 4.329028968, 0.948666877 } },
        { "#102030",
          { 210, 0.5, 0.125490196 },
          { 11.483036768, -2.429349659, -12.886022751 },
          { 259.323569171, 13.11302109, 11.483036768 },
          { 206.181021695, 0.452493932, 0.113568634 } },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_color color = { 0 };
        assert_true(fw_color_parse(cases[i].text, strlen(cases[i].text), &color));
        struct fw_hsl hsl = fw_hsl_from(color);
        struct fw_lab lab = fw_lab_from(color);
        struct fw_hcl hcl = fw_hcl_from(color);
        struct fw_cubehelix helix = fw_cubehelix_from(color);
        if (!same_three(hsl.h, hsl.s, hsl.l, cases[i].hsl) ||
            !same_three(lab.l, lab.a, lab.b, cases[i].lab) ||
            !same_three(hcl.h, hcl.c, hcl.l, cases[i].hcl) ||
            !same_three(helix.h, helix.s, helix.l, cases[i].helix)) {
            fail_msg("%s differs", cases[i].text);
        }
    }
}

static void every_space_leads_back(void **state)
{
    (void)state;
    for (int i = 0; i < 512; i++) {
        struct fw_color color = { (i & 7) * 36.0, (i >> 3 & 7) * 36.0, (i >> 6) * 36.0, 0.5 };
        assert_true(same_color(color, fw_hsl_color(fw_hsl_from(color))));
        assert_true(same_color(color, fw_lab_color(fw_lab_from(color))));
        assert_true(same_color(color, fw_hcl_color(fw_hcl_from(color))));
        assert_true(same_color(color, fw_cubehelix_color(fw_cubehelix_from(color))));
        assert_true(fw_hcl_color(fw_hcl_from(color)).a == 0.5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces_are_those_of_d3),
        cmocka_unit_test(every_space_leads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
