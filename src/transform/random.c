/* Random numbers that are the same in each run: for samples and bootstraps. */
#include "transform/random.h"

#include <math.h>

double fw_random_next(struct fw_random *random)
{
    random->seed = fmod(1103515245.0 * random->seed + 12345.0, 2147483647.0);
    return random->seed / 2147483647.0;
}
