// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/Workbench.h"

#include "widgets/state/OpenStudy.h"

#include <algorithm>

namespace reweigh {

PlotClock::PlotClock(Workbench& bench, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PlotClock::tick);
    connect(&m_bench, &Workbench::trainingsChanged, this, &PlotClock::wake);
    wake();
}

void PlotClock::wake()
{
    if (m_timer.isActive())
        return;
    m_cost = 0.0; // drawing while nothing ran has delayed no training
    m_timer.start(shortestMs);
}

void PlotClock::tick()
{
    m_elapsed.start();
    bool live = false;
    for (const auto& study : m_bench.studies())
        live = study->drainSteps() || live;
    if (!live)
        return;
    const double cost = std::exchange(m_cost, 0.0) + double(m_elapsed.nsecsElapsed()) * 1e-6;
    m_timer.start(std::clamp(int(cost * restFactor), shortestMs, longestMs));
}

Workbench::Workbench(EngineOpener opener, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_plan(m_log, m_opener)
{
    newStudy(ExperimentConfig());
}

Workbench::~Workbench() = default;

OpenStudy& Workbench::add()
{
    m_studies.push_back(std::make_unique<OpenStudy>(m_log, m_opener));
    OpenStudy* study = m_studies.back().get();
    connect(study, &OpenStudy::trainingsChanged, this, &Workbench::trainingsChanged);
    connect(study, &OpenStudy::anotherStudyWanted, this, [this, study](const ExperimentConfig& config) {
        study->tell({.text = tr("The settings differ from those that %1 was made with: they run as a new study.").arg(study->title())});
        OpenStudy& other = newStudy(config);
        other.document().putTrialsAtOnce(study->document().trialsAtOnce()); // no setting, so that `config` does not hold it
        other.run();
    });
    return *m_studies.back();
}

void Workbench::setCurrent(OpenStudy& study)
{
    if (&study == m_current)
        return;
    m_current = &study;
    Q_EMIT currentChanged();
}

OpenStudy& Workbench::newStudy(const ExperimentConfig& config)
{
    OpenStudy& study = add();
    study.document().load(config, {});
    setCurrent(study);
    Q_EMIT studiesChanged();
    return study;
}

OpenStudy& Workbench::open(const std::filesystem::path& file, const std::string& studyName)
{
    const auto known = std::find_if(m_studies.begin(), m_studies.end(), [&](const auto& study) {
        return study->file() == file && (studyName.empty() || study->studyName() == studyName);
    });
    if (known != m_studies.end()) {
        setCurrent(**known);
        return **known;
    }
    // An unchanged new study is replaced by the opened one.
    OpenStudy* empty = m_current && isPristine(*m_current) ? m_current : nullptr;
    OpenStudy& study = empty ? *empty : add();
    study.open(file, studyName);
    setCurrent(study);
    Q_EMIT studiesChanged();
    return study;
}

void Workbench::close(OpenStudy& study)
{
    const auto place = std::find_if(m_studies.begin(), m_studies.end(), [&](const auto& open) { return open.get() == &study; });
    if (place == m_studies.end())
        return;
    const std::unique_ptr<OpenStudy> closing = std::move(*place); // destroyed at the end, after all views have left it
    m_studies.erase(place);
    if (m_current == closing.get()) {
        if (m_studies.empty())
            newStudy(ExperimentConfig());
        else
            setCurrent(*m_studies.back());
    }
    Q_EMIT studiesChanged();
}

} // namespace reweigh
