/* The library in ten lines: draws a chart from a text, by the installed headers alone. */
#include <figwright/figwright.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    static const char spec[] = "{\"data\":{\"values\":[{\"a\":\"x\",\"b\":3}]},\"mark\":\"bar\","
                               "\"encoding\":{\"x\":{\"field\":\"a\"},\"y\":{\"field\":\"b\",\"type\":\"quantitative\"}}}";
    struct fw_session *session = fw_session_create(NULL);
    struct fw_document *document = fw_document_open_text(session, "bar", NULL, spec, strlen(spec));
    bool drawn = argc > 1 && fw_document_render(document, argv[1]);
    printf("figwright %s: %s\n", FW_VERSION, drawn ? "drawn" : "not drawn");
    fw_document_destroy(document);
    fw_session_destroy(session);
    return drawn ? 0 : 1;
}
