/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/syllable.h"

#include <string.h>

#define MOST_BYTES 32

/* The marks of tone, as Unicode has them. */
typedef enum
{
  LEVEL = 0,
  GRAVE = 0x0300,
  ACUTE = 0x0301,
  TILDE = 0x0303,
  HOOK = 0x0309,
  DOT = 0x0323,
} Tone;

static const char initials[] = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x ";

static const char rhymes[]
    = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
      " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"
      " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc"
      " oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
      " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt"
      " uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
      " y ych yêm yên yêng yêt yêu ynh yt ";

/* With accents: family names, middle names, words of headings. */
static const char common[]
    = " nguyễn trần lê phạm huỳnh hoàng võ vũ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh mã tô hà tạ lương"
      " văn thị hữu đức thế đình quốc họ và tên năm ngày tháng chức vụ đơn vị số điện thoại tổ phường xã quận huyện"
      " cán bộ công viên giới tính nữ địa chỉ trưởng phó ";

static gboolean
contains (const char *list, const char *word)
{
  char padded[MOST_BYTES + 3];

  if (strlen (word) > MOST_BYTES || strchr (word, ' ') != NULL)
    return FALSE;
  padded[0] = ' ';
  strcpy (padded + 1, word);
  strcat (padded, " ");
  return strstr (list, padded) != NULL;
}

static gboolean
is_tone (gunichar c)
{
  return c == GRAVE || c == ACUTE || c == TILDE || c == HOOK || c == DOT;
}

/* Takes the tone off a letter; the mark that makes another vowel of it stays. */
static gboolean
append_letter (GString *toneless, gunichar letter, Tone *tone)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  gunichar base = parts[0];

  for (gsize i = 1; i < n; i++)
    {
      if (!is_tone (parts[i]))
        {
          if (!g_unichar_compose (base, parts[i], &base))
            return FALSE;
          continue;
        }
      if (*tone != LEVEL)
        return FALSE;
      *tone = parts[i];
    }
  g_string_append_unichar (toneless, base);
  return TRUE;
}

/* Whatever ends in c, ch, p or t is stopped, and then has one of two tones. */
static gboolean
fits_tone (const char *rhyme, Tone tone)
{
  gsize length = strlen (rhyme);
  char last = rhyme[length - 1];
  gboolean stopped = last == 'c' || last == 'p' || last == 't' || g_str_has_suffix (rhyme, "ch");

  return !stopped || tone == ACUTE || tone == DOT;
}

static gboolean
is_rhyme (const char *rhyme, Tone tone)
{
  return *rhyme != '\0' && contains (rhymes, rhyme) && fits_tone (rhyme, tone);
}

gboolean
sotay_syllable_is_valid (const char *word)
{
  g_autoptr (GString) toneless = NULL;
  Tone tone = LEVEL;
  char initial[MOST_BYTES];

  if (strlen (word) >= MOST_BYTES)
    return FALSE;
  toneless = g_string_sized_new (MOST_BYTES);
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!append_letter (toneless, g_utf8_get_char (p), &tone))
      return FALSE;
  if (is_rhyme (toneless->str, tone))
    return TRUE;
  for (const char *p = toneless->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - toneless->str);

      memcpy (initial, toneless->str, length);
      initial[length] = '\0';
      if (contains (initials, initial) && is_rhyme (toneless->str + length, tone))
        return TRUE;
    }
  return FALSE;
}

gboolean
sotay_syllable_is_common (const char *word)
{
  return contains (common, word);
}
