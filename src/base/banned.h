/*
 * Functions that are not used here: they do not compile. Those that write past the end of what they
 * are given, keep hidden state, or ask the locale, the clock or the time zone of the machine.
 * Instead: fw_bytes, fw_arena_printf, base/decimal, format/.
 */
#ifndef FW_BASE_BANNED_H
#define FW_BASE_BANNED_H

/* Their own declarations come first. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef strcpy
#undef strcat
#undef strncat
#undef sprintf
#undef vsprintf
#undef strtok
#undef atoi
#undef atof
#undef rand
#undef srand
#undef setlocale
#undef gmtime
#undef localtime

#define strcpy(...)    fw_banned_strcpy
#define strcat(...)    fw_banned_strcat
#define strncat(...)   fw_banned_strncat
#define sprintf(...)   fw_banned_sprintf
#define vsprintf(...)  fw_banned_vsprintf
#define strtok(...)    fw_banned_strtok
#define atoi(...)      fw_banned_atoi
#define atof(...)      fw_banned_atof
#define rand(...)      fw_banned_rand
#define srand(...)     fw_banned_srand
#define setlocale(...) fw_banned_setlocale
#define gmtime(...)    fw_banned_gmtime
#define localtime(...) fw_banned_localtime

#endif
