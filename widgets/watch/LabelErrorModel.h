// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/live/follow/RunEpochs.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <memory>
#include <optional>

namespace reweigh {

/// Draws one likely label error: its image, its weight, its observed and its true label, and whether the label is wrong.
class LabelErrorDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QSize cellSize();
    static void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

using SampleWeights = std::vector<SampleWeight>;

/// Training samples ordered by their learned weight, lowest or highest first, with one observed label or with any. A view receives
/// the rows in blocks as it scrolls.
class LabelErrorModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles { WeightRole = Qt::UserRole, GivenRole, TrueRole, WrongRole }; ///< double, text, text, bool

    using QAbstractListModel::QAbstractListModel;

    /// Sets the samples, ordered by ascending weight; null for none.
    void setSamples(std::shared_ptr<const SampleWeights> samples);
    /// Sets the data set with class names and images; null if neither is known.
    void setSource(std::shared_ptr<const DataSource> source);
    void setLowestFirst(bool on);
    /// Shows only samples with this observed label; without a value all.
    void setGiven(std::optional<int> label);

    const std::shared_ptr<const SampleWeights>& samples() const { return m_samples; }
    const std::shared_ptr<const DataSource>& source() const { return m_source; }
    bool lowestFirst() const { return m_lowestFirst; }
    int count() const { return int(m_rows.size()); } ///< all rows, including those not yet given to the view
    /// Number of rows with a wrong label.
    int wrongCount() const { return m_wrong; }
    const SampleWeight& sample(int row) const { return (*m_samples)[m_rows[std::size_t(row)]]; }
    QString className(int label) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    void rebuild();
    QImage image(const SampleWeight& sample) const;

    std::shared_ptr<const SampleWeights> m_samples;
    std::shared_ptr<const DataSource> m_source;
    bool m_lowestFirst = true;
    std::optional<int> m_given;
    std::vector<std::uint32_t> m_rows; ///< indices into m_samples
    int m_fetched = 0;
    int m_wrong = 0;
};

} // namespace reweigh
