// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/LabelErrorDelegate.h"

#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/watch/LabelErrorModel.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace reweigh {
namespace {

int imageSide()
{
    return Theme::instance().grid(5.5);
}

/// "Coat → Dress": observed and true label of a wrong one; where the truth is not known "Coat · Dress?", observed label and the classifier's
/// answer. If both do not fit, each is elided to half of the width.
QString labelText(const QModelIndex& index, const QFontMetrics& metrics, int room)
{
    const QString given = index.data(LabelErrorModel::GivenRole).toString();
    const bool wrong = index.data(LabelErrorModel::WrongRole).toBool();
    const QString other = index.data(wrong ? LabelErrorModel::TrueRole : LabelErrorModel::PredictedRole).toString();
    if (!wrong && (index.data(LabelErrorModel::KnownRole).toBool() || other.isEmpty() || other == given))
        return metrics.elidedText(given, Qt::ElideRight, room);
    const QString pattern = wrong ? LabelErrorDelegate::tr("%1 → %2", "given label, true label")
                                  : LabelErrorDelegate::tr("%1 · %2?", "given label, the classifier's answer");
    const QString whole = pattern.arg(given, other);
    if (metrics.horizontalAdvance(whole) <= room)
        return whole;
    const int names = room - metrics.horizontalAdvance(pattern.arg(QString(), QString()));
    const int first = std::max(names / 2, names - metrics.horizontalAdvance(other));
    const QString cut = metrics.elidedText(given, Qt::ElideRight, std::min(first, names));
    return pattern.arg(cut, metrics.elidedText(other, Qt::ElideRight, names - metrics.horizontalAdvance(cut)));
}

/// What is known of a label without anybody having looked at it, and the colour of that; an empty text if nothing is.
std::pair<QString, Role> knownText(const QModelIndex& index)
{
    if (index.data(LabelErrorModel::WrongRole).toBool())
        return {LabelErrorDelegate::tr("wrong"), Role::Wrong};
    if (index.data(LabelErrorModel::KnownRole).toBool())
        return {LabelErrorDelegate::tr("right"), Role::Right};
    return {index.data(LabelErrorModel::ChangedRole).toBool() ? LabelErrorDelegate::tr("changed") : QString(), Role::Dim};
}

/// A user's mark, told apart from what is known.
QString markText(LabelVerdict verdict)
{
    return LabelErrorDelegate::tr("you: %1", "a user's mark of a label").arg(verdictWords(verdict));
}

/// The colour in which a user's mark stands.
Role roleOf(LabelVerdict verdict)
{
    return verdict == LabelVerdict::Right ? Role::Right : verdict == LabelVerdict::Wrong ? Role::Wrong : Role::Warning;
}

} // namespace

QSize LabelErrorDelegate::cellSize()
{
    const Theme& theme = Theme::instance();
    const QFontMetrics body(theme.titleFont()), small(theme.scopeFont());
    const int words =
        std::max({body.horizontalAdvance(shownFigure(8.88e-08, 3)), small.horizontalAdvance(tr("wrong")),
                  small.horizontalAdvance(tr("right")), small.horizontalAdvance(markText(LabelVerdict::Unsure)),
                  small.horizontalAdvance(markText(LabelVerdict::Right)), small.horizontalAdvance(markText(LabelVerdict::Wrong))});
    return {imageSide() + theme.grid(0.5) + words + theme.grid(0.75), imageSide() + small.height() + theme.grid(1.5)};
}

void LabelErrorDelegate::paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    painter.save();
    const int gap = theme.grid(0.25);
    const QRect inside = cell.adjusted(gap, gap, -gap, -gap);
    const QRect picture(inside.topLeft(), QSize(imageSide(), imageSide()));
    const QImage image = index.data(Qt::DecorationRole).value<QImage>();
    if (image.isNull()) {
        painter.fillRect(picture, theme.colour(Role::Grid));
    } else {
        const QSize fitted = image.size().scaled(picture.size(), Qt::KeepAspectRatio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, image.width() > picture.width()); // enlarged small images keep sharp pixels
        painter.drawImage(
            QRect(picture.topLeft() + QPoint((picture.width() - fitted.width()) / 2, (picture.height() - fitted.height()) / 2), fitted),
            image);
    }
    const QFontMetrics title(theme.titleFont()), small(theme.scopeFont());
    QRect words(picture.right() + theme.grid(0.5), picture.top(), inside.right() - picture.right() - theme.grid(0.5), title.height());
    painter.setFont(theme.titleFont());
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shownFigure(index.data(LabelErrorModel::WeightRole).toDouble(), 3));
    words.moveTop(words.bottom() + 1);
    painter.setFont(theme.scopeFont());
    words.setHeight(small.height());
    const auto [known, role] = knownText(index);
    painter.setPen(theme.colour(role));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, known);
    if (const QVariant mark = index.data(LabelErrorModel::MarkRole); mark.isValid()) {
        if (!known.isEmpty())
            words.moveTop(words.bottom() + 1);
        const auto verdict = LabelVerdict(mark.toInt());
        painter.setPen(theme.colour(roleOf(verdict)));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, markText(verdict));
    }

    painter.setPen(theme.colour(Role::Dim));
    const QRect line(inside.left(), picture.bottom() + theme.grid(0.25), inside.width(), small.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, labelText(index, small, line.width()));
    painter.restore();
}

void LabelErrorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect.adjusted(1, 1, -1, -1), theme.tint(Role::Selection, 0.15));
    paintCell(*painter, option.rect, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(theme.colour(Role::Selection));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
}

QSize LabelErrorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return cellSize();
}

} // namespace reweigh
