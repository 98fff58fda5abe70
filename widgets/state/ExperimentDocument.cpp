// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/ExperimentDocument.h"

#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"

#include <QUndoCommand>

#include <utility>

namespace reweigh {

/// Exchanges the document's value with the stored one; undo and redo are the same operation.
class ChangeConfig : public QUndoCommand {
public:
    ChangeConfig(ExperimentDocument& document, ExperimentConfig config, const QString& what, int gesture)
        : QUndoCommand(what)
        , m_document(document)
        , m_other(std::move(config))
        , m_gesture(gesture)
    {
    }

    void undo() override { exchange(); }
    void redo() override { exchange(); }
    int id() const override { return m_gesture == 0 ? -1 : 1; }

    /// Both commands were executed: the document holds the newest value, each command the value before it.
    bool mergeWith(const QUndoCommand* next) override
    {
        if (static_cast<const ChangeConfig*>(next)->m_gesture != m_gesture)
            return false;
        setObsolete(m_document.config() == m_other);
        return true;
    }

private:
    void exchange()
    {
        ExperimentConfig now = m_document.config();
        m_document.put(std::exchange(m_other, std::move(now)));
    }

    ExperimentDocument& m_document;
    ExperimentConfig m_other;
    int m_gesture;
};

class ChangeMarks : public QUndoCommand {
public:
    ChangeMarks(ExperimentDocument& document, std::int64_t trial, TrialMarks marks, const QString& what)
        : QUndoCommand(what)
        , m_document(document)
        , m_trial(trial)
        , m_other(std::move(marks))
    {
    }

    void undo() override { exchange(); }
    void redo() override { exchange(); }

private:
    void exchange()
    {
        TrialMarks now = m_document.marks(m_trial);
        m_document.put(m_trial, std::exchange(m_other, std::move(now)));
    }

    ExperimentDocument& m_document;
    std::int64_t m_trial;
    TrialMarks m_other;
};

class ChangeTrialsAtOnce : public QUndoCommand {
public:
    ChangeTrialsAtOnce(ExperimentDocument& document, int count, const QString& what)
        : QUndoCommand(what)
        , m_document(document)
        , m_other(count)
    {
    }

    void undo() override { exchange(); }
    void redo() override { exchange(); }

private:
    void exchange()
    {
        const int now = m_document.trialsAtOnce();
        m_document.putTrialsAtOnce(std::exchange(m_other, now));
    }

    ExperimentDocument& m_document;
    int m_other;
};

ExperimentDocument::ExperimentDocument(QObject* parent)
    : QObject(parent)
{
}

int ExperimentDocument::newGesture()
{
    static int last = 0;
    return ++last;
}

Status ExperimentDocument::set(const std::string& key, const nlohmann::json& value, const QString& what, int gesture)
{
    const ConfigField* field = findField(key);
    if (!field)
        return Error{ErrorCode::UnknownKey, key, {}, {}};
    ExperimentConfig changed = m_config;
    const bool stood = std::erase_if(m_refused, [&](const auto& refused) { return refused.key == key; }) > 0;
    if (const Status set = field->set(changed, value); !set) {
        m_refused.push_back({key, set.error(), m_undo.index()});
        Q_EMIT refusedChanged();
        return set;
    }
    if (stood)
        Q_EMIT refusedChanged();
    if (changed != m_config)
        m_undo.push(new ChangeConfig(*this, changed, what, gesture));
    return {};
}

void ExperimentDocument::setConfig(const ExperimentConfig& config, const QString& what)
{
    if (config != m_config)
        m_undo.push(new ChangeConfig(*this, config, what, 0));
}

TrialMarks ExperimentDocument::marks(std::int64_t trial) const
{
    const auto found = m_marks.find(trial);
    return found == m_marks.end() ? TrialMarks{} : found->second;
}

void ExperimentDocument::setMarks(std::int64_t trial, const TrialMarks& marks, const QString& what)
{
    if (marks != this->marks(trial))
        m_undo.push(new ChangeMarks(*this, trial, marks, what));
}

void ExperimentDocument::setTrialsAtOnce(int count, const QString& what)
{
    if (count != m_trialsAtOnce)
        m_undo.push(new ChangeTrialsAtOnce(*this, count, what));
}

void ExperimentDocument::load(const ExperimentConfig& config, std::map<std::int64_t, TrialMarks> marks)
{
    m_undo.clear();
    forgetRefused();
    m_config = config;
    m_marks = std::move(marks);
    Q_EMIT configChanged();
    Q_EMIT marksChanged();
}

void ExperimentDocument::forgetRefused()
{
    if (m_refused.empty())
        return;
    m_refused.clear();
    Q_EMIT refusedChanged();
}

bool ExperimentDocument::takeBackRefused()
{
    if (!refusedIsNewest())
        return false;
    const std::string key = m_refused.back().key;
    m_refused.pop_back();
    Q_EMIT refusedTakenBack(key);
    Q_EMIT refusedChanged();
    return true;
}

void ExperimentDocument::put(const ExperimentConfig& config)
{
    const bool shownAnew = std::erase_if(m_refused,
                                         [&](const auto& refused) {
                                             const ConfigField* field = findField(refused.key);
                                             return field->get(m_config) != field->get(config);
                                         })
                           > 0;
    m_config = config;
    if (shownAnew)
        Q_EMIT refusedChanged();
    Q_EMIT configChanged();
}

void ExperimentDocument::put(std::int64_t trial, const TrialMarks& marks)
{
    m_marks[trial] = marks;
    Q_EMIT marksChanged();
}

void ExperimentDocument::putTrialsAtOnce(int count)
{
    m_trialsAtOnce = count;
    Q_EMIT trialsAtOnceChanged();
}

} // namespace reweigh
