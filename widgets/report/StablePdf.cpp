// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/StablePdf.h"

#include <algorithm>
#include <vector>

namespace reweigh {
namespace {

/// A stretch of the file and what takes its place.
struct Change {
    qsizetype begin = 0, end = 0;
    QByteArray text;
};

/// Replaces each value of an attribute of the XMP packet that later versions of Qt than 6.4 write by `text`, if it is as long: the packet
/// is a stream, whose length is written before it.
void clearAttribute(QByteArray& pdf, const QByteArray& name, const QByteArray& text)
{
    const QByteArray start = name + "=\"";
    for (qsizetype at = pdf.indexOf(start); at >= 0; at = pdf.indexOf(start, at + 1)) {
        const qsizetype begin = at + start.size();
        if (pdf.indexOf('"', begin) - begin == text.size())
            pdf.replace(begin, text.size(), text);
    }
}

/// Dates, which Qt writes once, in the first object. Their length differs between time zones.
std::vector<Change> dateChanges(const QByteArray& pdf)
{
    std::vector<Change> changes;
    for (const char* key : {"/CreationDate (", "/ModDate ("})
        if (const qsizetype found = pdf.indexOf(key); found >= 0) {
            const qsizetype begin = found + qsizetype(qstrlen(key)), end = pdf.indexOf(')', begin);
            if (end > begin && end - begin < 64)
                changes.push_back({begin, end, "D:20000101000000Z"});
        }
    std::ranges::sort(changes, {}, &Change::begin);
    return changes;
}

/// The place in the changed file of what was at `offset`.
qsizetype movedPlace(qsizetype offset, const std::vector<Change>& changes)
{
    qsizetype moved = offset;
    for (const Change& change : changes)
        if (offset >= change.end)
            moved += change.text.size() - (change.end - change.begin);
    return moved;
}

/// Rewrites the table of places, lines of "0000012345 00000 n ", after the word "xref" at `table`.
void moveEntries(QByteArray& pdf, qsizetype table, const std::vector<Change>& changes)
{
    constexpr qsizetype entry = 20, digits = 10;
    qsizetype at = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1; // after "xref" and "0 12"
    const auto isEntry = [&] {
        const QByteArray generation = at + entry <= pdf.size() ? pdf.mid(at + digits, 7) : QByteArray();
        return generation == " 00000 " || generation == " 65535 ";
    };
    for (; isEntry(); at += entry)
        if (pdf[at + digits + 7] == 'n')
            pdf.replace(at, digits, QByteArray::number(movedPlace(pdf.mid(at, digits).toLongLong(), changes)).rightJustified(digits, '0'));
}

/// Replaces the hexadecimal digits of the trailer's /ID.
void clearIdentifiers(QByteArray& pdf, qsizetype trailer)
{
    const qsizetype begin = pdf.indexOf("/ID", trailer), end = pdf.indexOf(']', begin);
    if (begin < 0 || end < 0)
        return;
    bool inside = false;
    for (qsizetype i = begin; i < end; ++i) {
        if (pdf[i] == '<' || pdf[i] == '>')
            inside = pdf[i] == '<';
        else if (inside)
            pdf[i] = '0';
    }
}

} // namespace

QByteArray withoutTime(const QByteArray& pdf)
{
    const qsizetype start = pdf.lastIndexOf("startxref\n");
    if (start < 0)
        return pdf;
    const qsizetype number = start + 10, end = pdf.indexOf('\n', number);
    const qsizetype table = pdf.mid(number, end - number).toLongLong();
    if (end < 0 || pdf.mid(table, 5) != "xref\n")
        return pdf;
    const std::vector<Change> changes = dateChanges(pdf);
    if (std::ranges::any_of(changes, [&](const Change& change) { return change.end > table; }))
        return pdf;
    QByteArray stable = pdf;
    stable.replace(number, end - number, QByteArray::number(movedPlace(table, changes)));
    moveEntries(stable, table, changes);
    clearIdentifiers(stable, table);
    for (const char* date : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"})
        clearAttribute(stable, date, "2000-01-01T00:00:00+00:00");
    clearAttribute(stable, "xmpMM:DocumentID", "uuid:00000000-0000-0000-0000-000000000000");
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) // from the end, so that earlier places stay
        stable.replace(change->begin, change->end - change->begin, change->text);
    return stable;
}

} // namespace reweigh
