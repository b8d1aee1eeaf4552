/* The logo of a figure. */
#include "figure/logo.h"

#include "base/file.h"
#include "data/picture.h"

/* What a picture in a chart is warned about is an error of a logo. */
static bool report(const struct fw_load *load, struct fw_place place, const struct fw_diag *faults)
{
    for (size_t i = 0; i < fw_diag_count(faults); i++) {
        const struct fw_diagnostic *fault = fw_diag_get(faults, i);
        struct fw_diagnostic *d =
            fw_report(load->diag, place, FW_FILE_UNREADABLE, "no logo: %s", fault->message);
        if (fault->hint != NULL) {
            fw_hint(load->diag, d, "%s", fault->hint);
        }
    }
    return false;
}

bool fw_logo_find(const struct fw_load *load, const struct fw_usermeta *meta,
                  const struct fw_tokens *tokens, struct fw_logo *logo)
{
    bool own = meta != NULL && meta->logo != NULL;
    const char *url = own ? meta->logo : tokens->logo.url;
    *logo = (struct fw_logo){ .alt = own ? meta->logo_alt : tokens->logo.alt };
    if (url == NULL) {
        return true;
    }
    struct fw_node at = own ? meta->logo_at : tokens->logo.at;
    struct fw_place place = fw_node_there(at) ? fw_node_place(load->arena, at) : fw_nowhere();
    struct fw_load quiet = *load;
    quiet.diag = fw_diag_new(load->arena);
    if (!own) { /* a path already, told from the theme's file: where it leads is the theme's to say
                 */
        quiet.base_url = NULL;
        quiet.folder = fw_path_folder(load->arena, url);
    }
    struct fw_picture picture;
    if (!fw_picture_find(&quiet, own ? url : fw_path_name(url), place, &picture)) {
        return report(load, place, quiet.diag);
    }
    bool wide = own && meta->logo_width.px > 0;
    double scale =
        wide ? meta->logo_width.px / picture.width : tokens->logo.height / picture.height;
    logo->url = url;
    logo->file = picture.file;
    logo->width = picture.width * scale;
    logo->height = picture.height * scale;
    return true;
}
