// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "widgets/state/TrialMarks.h"

#include <nlohmann/json.hpp>

#include <QObject>
#include <QUndoStack>

#include <map>
#include <string>

namespace reweigh {

/// What a user decides and may take back: the configuration, and the marks on trials. Study storage holds facts, which
/// nobody undoes.
/// Thread: GUI.
class ExperimentDocument : public QObject {
    Q_OBJECT
public:
    explicit ExperimentDocument(QObject* parent = nullptr);

    const ExperimentConfig& config() const { return m_config; }
    QUndoStack& undoStack() { return m_undo; }

    /// Sets one field (core/config/ConfigField.h) as one undoable step called `what`. Steps that share a `gesture` other
    /// than 0 and follow each other are one: a whole drag is undone at once. Errors: those of the field; nothing changes then.
    Status set(const std::string& key, const nlohmann::json& value, const QString& what, int gesture = 0);

    /// Replaces the configuration as one step: a preset, a pasted JSON.
    void setConfig(const ExperimentConfig& config, const QString& what);

    /// A number no other gesture has.
    static int newGesture();

    TrialMarks marks(std::int64_t trial) const;
    void setMarks(std::int64_t trial, const TrialMarks& marks, const QString& what);
    const std::map<std::int64_t, TrialMarks>& allMarks() const { return m_marks; }

    /// A document just opened: nothing to undo.
    void load(const ExperimentConfig& config, std::map<std::int64_t, TrialMarks> marks);

Q_SIGNALS:
    void configChanged();
    void marksChanged();

private:
    friend class ChangeConfig;
    friend class ChangeMarks;
    void put(const ExperimentConfig& config);
    void put(std::int64_t trial, const TrialMarks& marks);

    ExperimentConfig m_config;
    std::map<std::int64_t, TrialMarks> m_marks;
    QUndoStack m_undo;
};

} // namespace reweigh
