// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/LabelErrorModel.h"

#include "widgets/theme/Theme.h"

#include <QImage>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace reweigh {
namespace {

int imageSide()
{
    return Theme::instance().grid(5.5);
}

/// "Coat → Dress": observed and true label. If both do not fit, each is elided to half of the width.
QString labelText(const QModelIndex& index, const QFontMetrics& metrics, int room)
{
    const QString given = index.data(LabelErrorModel::GivenRole).toString(), truth = index.data(LabelErrorModel::TrueRole).toString();
    if (!index.data(LabelErrorModel::WrongRole).toBool())
        return metrics.elidedText(given, Qt::ElideRight, room);
    const QString pattern = LabelErrorDelegate::tr("%1 → %2", "given label, true label");
    const QString whole = pattern.arg(given, truth);
    if (metrics.horizontalAdvance(whole) <= room)
        return whole;
    const int names = room - metrics.horizontalAdvance(pattern.arg(QString(), QString()));
    const int first = std::max(names / 2, names - metrics.horizontalAdvance(truth));
    const QString cut = metrics.elidedText(given, Qt::ElideRight, std::min(first, names));
    return pattern.arg(cut, metrics.elidedText(truth, Qt::ElideRight, names - metrics.horizontalAdvance(cut)));
}

} // namespace

QSize LabelErrorDelegate::cellSize()
{
    const Theme& theme = Theme::instance();
    const QFontMetrics body(theme.titleFont()), small(theme.scopeFont());
    const int words = std::max({body.horizontalAdvance(QLocale().toString(0.888, 'f', 3)), small.horizontalAdvance(tr("wrong")),
                                small.horizontalAdvance(tr("right"))});
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
    const bool wrong = index.data(LabelErrorModel::WrongRole).toBool();
    const QFontMetrics title(theme.titleFont()), small(theme.scopeFont());
    QRect words(picture.right() + theme.grid(0.5), picture.top(), inside.right() - picture.right() - theme.grid(0.5), title.height());
    painter.setFont(theme.titleFont());
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().toString(index.data(LabelErrorModel::WeightRole).toDouble(), 'f', 3));
    words.moveTop(words.bottom() + 1);
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(wrong ? Role::Wrong : Role::Right));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, wrong ? tr("wrong") : tr("right"));

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

namespace {

constexpr int block = 400;

bool isWrong(const SampleWeight& sample)
{
    return sample.trueLabel != sample.observedLabel;
}

} // namespace

void LabelErrorModel::setSamples(std::shared_ptr<const SampleWeights> samples)
{
    m_samples = std::move(samples);
    rebuild();
}

void LabelErrorModel::setSource(std::shared_ptr<const DataSource> source)
{
    if (source == m_source)
        return;
    m_source = std::move(source);
    if (m_fetched > 0)
        Q_EMIT dataChanged(index(0), index(m_fetched - 1));
}

void LabelErrorModel::setLowestFirst(bool on)
{
    if (on == m_lowestFirst)
        return;
    m_lowestFirst = on;
    rebuild();
}

void LabelErrorModel::setGiven(std::optional<int> label)
{
    if (label == m_given)
        return;
    m_given = label;
    rebuild();
}

void LabelErrorModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_wrong = 0;
    const std::size_t samples = m_samples ? m_samples->size() : 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const SampleWeight& sample = (*m_samples)[i];
        if (m_given && *m_given != sample.observedLabel)
            continue;
        m_rows.push_back(std::uint32_t(i));
        m_wrong += isWrong(sample) ? 1 : 0;
    }
    if (!m_lowestFirst)
        std::ranges::reverse(m_rows);
    m_fetched = std::min(block, count());
    endResetModel();
}

QString LabelErrorModel::className(int label) const
{
    return m_source && label < m_source->classes() ? QString::fromStdString(m_source->classNames[std::size_t(label)])
                                                   : tr("class %1").arg(QLocale().toString(label));
}

int LabelErrorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_fetched;
}

bool LabelErrorModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_fetched < count();
}

void LabelErrorModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    const int more = std::min(block, count() - m_fetched);
    beginInsertRows({}, m_fetched, m_fetched + more - 1);
    m_fetched += more;
    endInsertRows();
}

QVariant LabelErrorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SampleWeight& at = sample(index.row());
    const bool wrong = isWrong(at);
    switch (role) {
    case WeightRole: return double(at.weight);
    case GivenRole: return className(at.observedLabel);
    case TrueRole: return className(at.trueLabel);
    case WrongRole: return wrong;
    case Qt::DecorationRole: return image(at);
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString weight = QLocale().toString(double(at.weight), 'f', 3), number = QLocale().toString(at.index);
        return wrong ? tr("weight %1: labelled %2, truly %3 (wrong; image %4)")
                           .arg(weight, className(at.observedLabel), className(at.trueLabel), number)
                     : tr("weight %1: labelled %2, rightly (image %3)").arg(weight, className(at.observedLabel), number);
    }
    default: return {};
    }
}

QImage LabelErrorModel::image(const SampleWeight& sample) const
{
    if (!m_source || sample.index >= m_source->train.size())
        return {};
    const ImageSet& set = m_source->train;
    const auto* pixels = set.pixels.data() + std::size_t(sample.index) * set.imageBytes();
    const auto format = set.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(pixels, set.width, set.height, set.width * set.channels, format).copy(); // the data set may be freed before the image
}

} // namespace reweigh
