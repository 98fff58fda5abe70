// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/LabelErrorModel.h"

#include "widgets/labels/SampleImage.h"
#include "widgets/text/FigureText.h"

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

void LabelErrorModel::setTruthKnown(bool known)
{
    if (known == m_truthKnown)
        return;
    m_truthKnown = known;
    rebuild();
}

void LabelErrorModel::setMarks(std::shared_ptr<LabelMarks> marks)
{
    if (marks == m_marks)
        return;
    if (m_marks)
        disconnect(m_marks.get(), nullptr, this, nullptr);
    m_marks = std::move(marks);
    if (m_marks)
        connect(m_marks.get(), &LabelMarks::changed, this, &LabelErrorModel::showMarks);
    showMarks();
}

void LabelErrorModel::showMarks()
{
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
        m_wrong += m_truthKnown && isWrong(sample) ? 1 : 0;
    }
    if (!m_lowestFirst)
        std::ranges::reverse(m_rows);
    m_fetched = std::min(block, count());
    endResetModel();
}

int LabelErrorModel::wrongAtTop(int rows) const
{
    int wrong = 0;
    for (int row = 0; row < std::min(rows, count()); ++row)
        wrong += m_truthKnown && isWrong(sample(row)) ? 1 : 0;
    return wrong;
}

int LabelErrorModel::markedAtTop(int rows, LabelVerdict verdict) const
{
    int marked = 0;
    for (int row = 0; row < std::min(rows, count()); ++row)
        marked += mark(sample(row)) == verdict ? 1 : 0;
    return marked;
}

std::string LabelErrorModel::path(const SampleWeight& sample) const
{
    if (!sample.path.empty() || !m_source || sample.index >= m_source->train.files.size())
        return sample.path;
    return m_source->train.files[sample.index]; // of a run of an earlier version, which did not write paths
}

std::string LabelErrorModel::key(const SampleWeight& sample) const
{
    const std::string file = path(sample);
    return file.empty() ? std::to_string(sample.index) : file;
}

std::string LabelErrorModel::markLabel(int label) const
{
    return m_source && label < m_source->classes() ? m_source->classNames[std::size_t(label)] : std::to_string(label);
}

std::optional<LabelVerdict> LabelErrorModel::mark(const SampleWeight& sample) const
{
    if (!m_marks)
        return std::nullopt;
    const std::string image = key(sample);
    const std::optional<LabelVerdict> verdict = m_marks->verdict(image, markLabel(sample.observedLabel));
    return verdict ? verdict : m_marks->verdict(image, std::to_string(sample.observedLabel));
}

int LabelErrorModel::rowOf(std::uint32_t image) const
{
    for (int row = 0; row < count(); ++row)
        if (sample(row).index == image)
            return row;
    return -1;
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
    const int row = index.row();
    const SampleWeight& at = sample(row);
    switch (role) {
    case WeightRole: return double(at.weight);
    case GivenRole: return className(at.observedLabel);
    case TrueRole: return className(at.trueLabel);
    case PredictedRole: return at.predicted < 0 ? QString() : className(at.predicted);
    case WrongRole: return m_truthKnown && isWrong(at);
    case ChangedRole: return isWrong(at);
    case KnownRole: return m_truthKnown;
    case MarkRole: {
        const std::optional<LabelVerdict> verdict = mark(at);
        return verdict ? QVariant(int(*verdict)) : QVariant();
    }
    case Qt::DecorationRole: return m_source ? sampleImage(m_source->train, at.index) : QImage();
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    default: return {};
    }
}

QString LabelErrorModel::sentence(int row) const
{
    const SampleWeight& at = sample(row);
    const QString weight = shownFigure(double(at.weight), 3), given = className(at.observedLabel);
    const std::string file = path(at);
    const QString name = file.empty() ? tr("image %1").arg(QLocale().toString(at.index)) : QString::fromStdString(file);
    QString text;
    if (m_truthKnown)
        text = isWrong(at) ? tr("weight %1: labelled %2, truly %3 (wrong; %4)").arg(weight, given, className(at.trueLabel), name)
                           : tr("weight %1: labelled %2, rightly (%3)").arg(weight, given, name);
    else
        text = isWrong(at)
                   ? tr("weight %1: labelled %2, which the recipe made of %3 (%4)").arg(weight, given, className(at.trueLabel), name)
                   : tr("weight %1: labelled %2 (%3)").arg(weight, given, name);
    if (at.predicted >= 0)
        text = tr("%1; the classifier answers %2").arg(text, className(at.predicted));
    if (const std::optional<LabelVerdict> verdict = mark(at))
        text = tr("%1; you said: %2").arg(text, verdictWords(*verdict));
    return text;
}

} // namespace reweigh
