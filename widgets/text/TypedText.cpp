// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/TypedText.h"

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

/// U+FF01 to U+FF5E are the printable ASCII characters from "!" to "~", in their order (Unicode, "Halfwidth and Fullwidth Forms").
constexpr char16_t firstWide = u'\uFF01', lastWide = u'\uFF5E', wideOffset = u'\uFF01' - u'!';
constexpr char16_t wideQuote = u'\uFF02';

char16_t narrowForm(char16_t letter)
{
    if (letter >= firstWide && letter <= lastWide)
        return char16_t(letter - wideOffset);
    switch (letter) {
    case u'\u3000': return u' ';
    case u'\u3001': return u',';
    case u'\u3002': return u'.';
    case u'\u2212': return u'-';
    case u'\u2266': return u'\u2264';
    case u'\u2267': return u'\u2265';
    default: return letter;
    }
}

bool isNarrow(QChar letter)
{
    return narrowForm(letter.unicode()) == letter.unicode();
}

} // namespace

QString asciiForms(QString text)
{
    if (std::ranges::all_of(std::as_const(text), isNarrow))
        return text; // shared, not copied: most texts are
    for (QChar& letter : text)
        letter = QChar(narrowForm(letter.unicode()));
    return text;
}

QString asciiUnquoted(QString line)
{
    if (std::ranges::all_of(std::as_const(line), isNarrow))
        return line;
    char16_t opened = 0;
    for (QChar& letter : line) {
        const char16_t written = letter.unicode(), narrow = narrowForm(written);
        const bool closes = narrow == u'"' && (written == u'"' || opened == wideQuote);
        if (opened && !closes)
            continue;
        letter = QChar(narrow);
        if (narrow == u'"')
            opened = opened ? char16_t(0) : written;
    }
    return line;
}

QString foldedText(const QString& text)
{
    return asciiForms(text).toCaseFolded();
}

} // namespace reweigh
