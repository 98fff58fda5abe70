// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/LabelErrorModel.h"

#include <QImage>
#include <QLocale>

#include <algorithm>

namespace reweigh {
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
        return wrong ? tr("weight %1: labelled %2, truly %3 (wrong; image %4)").arg(weight, className(at.observedLabel), className(at.trueLabel), number)
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
    return QImage(pixels, set.width, set.height, set.width * set.channels, format).copy(); // the set may go while the image is shown
}

} // namespace reweigh
