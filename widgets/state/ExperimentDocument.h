// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "widgets/state/TrialMarks.h"

#include <QObject>
#include <QUndoStack>

#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// Holds what the user decides and can undo: the configuration, the trials at once and the marks on trials. Results are facts and cannot be undone;
/// they are kept in the study's storage.
/// Thread: GUI.
class ExperimentDocument : public QObject {
    Q_OBJECT
public:
    explicit ExperimentDocument(QObject* parent = nullptr);

    const ExperimentConfig& config() const { return m_config; }
    QUndoStack& undoStack() { return m_undo; }

    /// Sets one field (core/config/ConfigField.h) as one undo step called `what`. Consecutive steps with the same `gesture` other
    /// than 0 are merged into one, so that a whole drag is undone at once. Errors: those of the field; nothing changes then.
    Status set(const std::string& key, const nlohmann::json& value, const QString& what, int gesture = 0);

    /// The error of a field that set() refused last, whose text still stands in the form; none if every field shows what is set.
    const Error* refused() const { return m_refused.empty() ? nullptr : &m_refused.front().error; }
    void forgetRefused();
    /// Whether set() has refused something, and nothing has become a step of undo since.
    bool refusedIsNewest() const { return !m_refused.empty() && m_undo.index() <= m_refused.back().step; }
    /// Takes back what set() refused last, if that is the newest: the form shows what is set in its place. False if it is not.
    bool takeBackRefused();

    /// Replaces the whole configuration as one undo step, for example by a preset or by pasted JSON.
    void setConfig(const ExperimentConfig& config, const QString& what);

    /// Returns a number that no other gesture has.
    static int newGesture();

    /// The marks of a trial; empty marks if it has none.
    TrialMarks marks(std::int64_t trial) const;
    void setMarks(std::int64_t trial, const TrialMarks& marks, const QString& what);
    const std::map<std::int64_t, TrialMarks>& allMarks() const { return m_marks; }

    /// How many trials run side by side; 0: nobody has chosen. It is no setting, because results do not depend on it.
    int trialsAtOnce() const { return m_trialsAtOnce; }
    void setTrialsAtOnce(int count, const QString& what);
    /// The same without a step of undo, for a study that goes on from another one.
    void putTrialsAtOnce(int count);

    /// Replaces configuration and marks and clears the undo stack, as for a document that was just opened.
    void load(const ExperimentConfig& config, std::map<std::int64_t, TrialMarks> marks);

Q_SIGNALS:
    void configChanged();
    void trialsAtOnceChanged();
    void refusedChanged();
    void refusedTakenBack(const std::string& key);
    void marksChanged();

private:
    friend class ChangeConfig;
    friend class ChangeMarks;
    struct Refused {
        std::string key;
        Error error;
        int step; ///< index of the undo stack at that time
    };
    void put(const ExperimentConfig& config);
    void put(std::int64_t trial, const TrialMarks& marks);

    ExperimentConfig m_config;
    std::vector<Refused> m_refused; ///< the newest last
    std::map<std::int64_t, TrialMarks> m_marks;
    int m_trialsAtOnce = 0;
    QUndoStack m_undo;
};

} // namespace reweigh
