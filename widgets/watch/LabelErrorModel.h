// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/live/follow/RunEpochs.h"
#include "widgets/labels/LabelMarks.h"

#include <QAbstractListModel>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

using SampleWeights = std::vector<SampleWeight>;

/// Training samples ordered by their learned weight, lowest or highest first, with one observed label or with any. A view receives
/// the rows in blocks as it scrolls.
class LabelErrorModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Roles {
        WeightRole = Qt::UserRole, ///< double
        GivenRole,                 ///< text: observed label
        TrueRole,                  ///< text: the label that counts as true
        PredictedRole,             ///< text: what the classifier answers; empty: not known
        WrongRole,                 ///< bool: the label is known to be wrong
        ChangedRole,               ///< bool: the recipe changed the label
        KnownRole,                 ///< bool: it is known whether labels are wrong
        MarkRole,                  ///< int: the LabelVerdict of the user; invalid: none
    };

    using QAbstractListModel::QAbstractListModel;

    /// Sets the samples, ordered by ascending weight; null for none.
    void setSamples(std::shared_ptr<const SampleWeights> samples);
    /// Sets the data set with class names and images; null if neither is known.
    void setSource(std::shared_ptr<const DataSource> source);
    /// Whether it is known which labels are wrong. Where it is not, a recipe may have changed labels that were wrong already.
    void setTruthKnown(bool known);
    /// Sets the user's marks on the labels of the data set; null for none.
    void setMarks(std::shared_ptr<LabelMarks> marks);
    void setLowestFirst(bool on);
    /// Shows only samples with this observed label; without a value all.
    void setGiven(std::optional<int> label);

    const std::shared_ptr<const SampleWeights>& samples() const { return m_samples; }
    const std::shared_ptr<const DataSource>& source() const { return m_source; }
    bool lowestFirst() const { return m_lowestFirst; }
    int count() const { return int(m_rows.size()); } ///< all rows, including those not yet given to the view
    bool truthKnown() const { return m_truthKnown; }
    /// Number of rows with a wrong label; 0 where that is not known.
    int wrongCount() const { return m_wrong; }
    int wrongAtTop(int rows) const;                        ///< of the first `rows` rows
    int markedAtTop(int rows, LabelVerdict verdict) const; ///< how many of the first `rows` rows the user has marked so
    const SampleWeight& sample(int row) const { return (*m_samples)[m_rows[std::size_t(row)]]; }
    /// The place of a row's sample among all samples by ascending weight, from 1.
    int rank(int row) const { return int(m_rows[std::size_t(row)]) + 1; }
    /// The path of an image below the data folder; empty where images are no files, or it is not known.
    std::string path(const SampleWeight& sample) const;
    /// An image's name in marks: its path, or else its place.
    std::string key(const SampleWeight& sample) const;
    /// The name of a class in marks; its number while the data set is not known.
    std::string markLabel(int label) const;
    std::optional<LabelVerdict> mark(const SampleWeight& sample) const;
    int rowOf(std::uint32_t image) const; ///< the row of the image at this place of the training set; -1 if there is none
    QString className(int label) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    void rebuild();
    void showMarks();
    QString sentence(int row) const;

    std::shared_ptr<const SampleWeights> m_samples;
    std::shared_ptr<const DataSource> m_source;
    std::shared_ptr<LabelMarks> m_marks;
    bool m_truthKnown = true;
    bool m_lowestFirst = true;
    std::optional<int> m_given;
    std::vector<std::uint32_t> m_rows; ///< indices into m_samples
    int m_fetched = 0;
    int m_wrong = 0;
};

} // namespace reweigh
