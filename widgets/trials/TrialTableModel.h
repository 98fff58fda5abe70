// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/FigureTable.h"
#include "widgets/trials/TrialColumns.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>

namespace reweigh {

/// A table of a study's trials and their marks, one row per trial, ordered by number. When the study grows, rows are inserted and
/// changed; only a different study resets the model. The contents of a row are computed when they are first needed, and cached.
/// Thread: GUI.
class TrialTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum ItemRole {
        RawRole = Qt::UserRole, ///< rawValue(), by which rows are sorted
        NumberRole,             ///< the trial's number
    };
    using Marks = std::map<std::int64_t, TrialMarks>;

    explicit TrialTableModel(QObject* parent = nullptr);

    void setSnapshot(std::shared_ptr<const StudySnapshot> snapshot);
    void setMarks(const Marks& marks);
    /// Updates the duration of running trials.
    void tick();

    const StudySnapshot& snapshot() const { return *m_snapshot; }
    const std::vector<TrialColumn>& columns() const { return m_columns; }
    const StudyTrial& trial(int row) const { return *m_snapshot->trials[std::size_t(row)]; }
    const TrialRow& row(int row) const;
    const TrialMarks& marks(int row) const;
    TrialCell cell(int row) const;              ///< refers to this model's data
    QStringList allTags() const;                ///< sorted
    int rowOf(std::int64_t number) const;       ///< -1 if there is no such trial
    int columnOf(TrialColumn::Kind kind) const; ///< -1 if the study has no such column
    /// The text of all cells, case folded, in which the text filter searches.
    const QString& searchText(int row) const;

    /// The range of reported values over all trials, the common axes of the small curves in the trial list.
    struct Span {
        double low = 1.0, high = 0.0; ///< low > high: nothing was reported
        int lastEpoch = 0;
    };
    const Span& span() const { return m_span; }

    /// The given rows with raw values.
    FigureTable table(const std::vector<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A star, tags or a note were edited here; the receiver stores the change and calls setMarks().
    void marksEdited(qint64 trial, const reweigh::TrialMarks& marks, const QString& what);

private:
    struct Cache {
        std::optional<TrialRow> row;
        QString search;
    };

    bool grewFrom(const StudySnapshot& other, const StudySnapshot& now) const;
    void takeSpan(const FrozenTrial& trial);
    void takeParameters();
    QString numberTip(int at) const;
    void tellChanged(const std::vector<int>& rows);

    std::shared_ptr<const StudySnapshot> m_snapshot = std::make_shared<StudySnapshot>();
    Marks m_marks;
    std::vector<TrialColumn> m_columns;
    std::vector<std::string> m_parameters; ///< parameters of a study made by another program, in order of appearance
    mutable std::vector<Cache> m_cache;    ///< by row
    Span m_span;
    int m_plannedEpochs = 0;
};

} // namespace reweigh
