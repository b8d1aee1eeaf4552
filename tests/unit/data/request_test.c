/* What specs read of their data. */
#include "data/request.h"

#include <string.h>

#include "support/cmocka.h"

/** What is said of the column "v" in a spec with these encoding and transform members. */
static void kinds_follow_from_all_mentions(void **state)
{
    enum { UNREAD = -1 };
    static const struct {
        const char *spec;
        int kind; /* enum fw_mention_kind, or UNREAD */
    } cases[] = {
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}", FW_MENTION_NUMBER },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"bin\":true}}}", FW_MENTION_NUMBER },
        { "{\"encoding\":{\"y\":{\"field\":\"v\",\"aggregate\":\"mean\"}}}", FW_MENTION_NUMBER },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"temporal\"}}}", FW_MENTION_TIME },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"timeUnit\":\"year\"}}}", FW_MENTION_TIME },
        { "{\"transform\":[{\"bin\":true,\"field\":\"v\",\"as\":\"b\"}]}", FW_MENTION_NUMBER },
        { "{\"transform\":[{\"aggregate\":[{\"op\":\"sum\",\"field\":\"v\"}]}]}",
          FW_MENTION_NUMBER },
        /* texts are compared, sorted, shown or computed with as texts */
        { "{\"transform\":[{\"aggregate\":[{\"op\":\"max\",\"field\":\"v\"}]}]}", FW_MENTION_ANY },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"nominal\"}}}", FW_MENTION_ANY },
        { "{\"encoding\":{\"order\":{\"field\":\"v\",\"type\":\"quantitative\"}}}",
          FW_MENTION_ANY },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\",\"scale\":{\"type\":"
          "\"point\"}}}}",
          FW_MENTION_ANY },
        { "{\"transform\":[{\"filter\":\"datum.v > 3\"}],"
          "\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}",
          FW_MENTION_ANY },
        { "{\"encoding\":{\"x\":{\"field\":\"v\",\"type\":\"quantitative\"},"
          "\"y\":{\"field\":\"v\",\"type\":\"temporal\"}}}",
          FW_MENTION_ANY },
        { "{\"transform\":[{\"calculate\":\"length(datum)\",\"as\":\"n\"}]}", FW_MENTION_ANY },
        /* no mention */
        { "{\"encoding\":{\"x\":{\"field\":\"velocity\",\"type\":\"nominal\"}}}", UNREAD },
        { "{\"title\":\"v\",\"data\":{\"url\":\"v.csv\"},\"mark\":\"bar\"}", UNREAD },
        { "{\"transform\":[{\"filter\":\"datum.w > datum['x v2']\"}]}", UNREAD },
    };
    (void)state;
    for (size_t i = 0; i < FW_COUNT(cases); i++) {
        struct fw_arena *arena = fw_arena_create();
        struct fw_strings *strings = fw_strings_new(arena);
        struct fw_source source = { "spec.json", cases[i].spec, strlen(cases[i].spec) };
        const struct fw_json *json =
            fw_json_read(arena, strings, &source, NULL, fw_diag_new(arena));
        assert_non_null(json);
        struct fw_load_request request = fw_request_of(arena, json);
        fw_str name = fw_intern_text(strings, "v");
        int kind = fw_request_wants(&request, name) ? (int)fw_request_kind(&request, name) : UNREAD;
        if (kind != cases[i].kind) {
            fail_msg("case %zu: kind %d, expected %d", i, kind, cases[i].kind);
        }
        /* a name that a path must escape is always read, as it is */
        fw_str dotted = fw_intern_text(strings, "v.w");
        assert_true(fw_request_wants(&request, dotted));
        assert_int_equal(fw_request_kind(&request, dotted), FW_MENTION_ANY);
        fw_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(kinds_follow_from_all_mentions) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
