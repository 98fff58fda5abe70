// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/WorkspaceSession.h"

#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "widgets/state/OpenStudy.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/main/FirstGeometry.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>

namespace reweigh {
namespace {

constexpr int debounceMs = 500;

const auto studiesKey = QStringLiteral("session/studies");

/// The session's studies as they are stored; what is not a list is an empty one.
nlohmann::json storedStudies()
{
    nlohmann::json list = nlohmann::json::parse(QSettings().value(studiesKey).toByteArray().toStdString(), nullptr, false);
    return list.is_array() ? list : nlohmann::json::array();
}

/// The open studies, after those of `kept`.
QByteArray studiesJson(Workbench& bench, const QByteArray& kept)
{
    nlohmann::json list = kept.isEmpty() ? nlohmann::json::array() : nlohmann::json::parse(kept.toStdString());
    for (const auto& study : bench.studies()) {
        nlohmann::json entry;
        if (!study->isNew())
            entry = {{"file", pathText(study->file())}, {"study", study->studyName()}};
        else if (isPristine(*study))
            continue;
        else
            entry = {{"config", toJson(study->config())}, {"title", study->givenTitle().toStdString()}};
        entry["current"] = study.get() == &bench.current();
        list.push_back(std::move(entry));
    }
    return QByteArray::fromStdString(jsonText(list));
}

/// Returns null if the study cannot be opened any more.
OpenStudy* openEntry(Workbench& bench, const nlohmann::json& entry)
{
    if (entry.contains("file")) {
        const std::filesystem::path file = pathFromText(entry["file"].get<std::string>());
        return isThere(file) ? &bench.open(file, entry.value("study", std::string())) : nullptr;
    }
    ExperimentConfig config;
    if (!entry.contains("config") || !applyJson(config, entry["config"]))
        return nullptr;
    const bool fresh = isPristine(bench.current());
    OpenStudy& study = fresh ? bench.current() : bench.newStudy(config);
    if (fresh)
        study.document().load(config, {});
    study.setTitle(QString::fromStdString(entry.value("title", std::string())));
    return &study;
}

void placeWindow(QMainWindow& window)
{
    const QByteArray geometry = QSettings().value("session/geometry").toByteArray();
    if (geometry.isEmpty() || !window.restoreGeometry(geometry) || window.isMaximized() || window.isFullScreen())
        return;
    QList<QRect> screens; // which may be others than at that time
    for (const QScreen* screen : QGuiApplication::screens())
        screens << screen->availableGeometry();
    if (!screens.isEmpty())
        window.setGeometry(reachableGeometry(window.geometry(), screens));
}

} // namespace

WorkspaceSession::WorkspaceSession(Workbench& bench, QMainWindow& window, LayoutKeeper& layouts)
    : QObject(&window)
    , m_bench(bench)
    , m_window(window)
    , m_layouts(layouts)
{
    m_later.setSingleShot(true);
    m_later.setInterval(debounceMs);
    connect(&m_later, &QTimer::timeout, this, &WorkspaceSession::save);
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::configChanged, this, &WorkspaceSession::saveSoon);
        connect(&study, &OpenStudy::titleChanged, this, &WorkspaceSession::saveSoon);
    });
    connect(&bench, &Workbench::studiesChanged, this, &WorkspaceSession::saveSoon);
    connect(&bench, &Workbench::currentChanged, this, &WorkspaceSession::saveSoon);
    connect(&bench.plan(), &OpenPlan::fileChanged, this, &WorkspaceSession::saveSoon);
    connect(&layouts, &LayoutKeeper::changed, this, &WorkspaceSession::saveSoon);
    window.installEventFilter(this);
}

std::optional<Layout> WorkspaceSession::restore()
{
    placeWindow(m_window);
    const QSettings store;
    bool studies = false;
    OpenStudy* current = nullptr;
    for (const nlohmann::json& entry : storedStudies()) {
        try {
            OpenStudy* study = openEntry(m_bench, entry);
            studies |= study != nullptr;
            if (study && entry.value("current", false))
                current = study;
        } catch (const nlohmann::json::exception&) { // what another version has written is skipped
        }
    }
    if (current)
        m_bench.setCurrent(*current);
    const std::filesystem::path plan = pathFromText(store.value("session/plan").toString().toStdString());
    const bool planned = !plan.empty() && isThere(plan) && m_bench.plan().open(plan);
    if (!studies) // the other layouts would show a study that nobody has begun
        return planned ? std::optional(Layout::Plan) : std::nullopt;
    return layoutFromName(store.value("session/layout").toString()).value_or(Layout::SetUp);
}

void WorkspaceSession::restoreGeometry()
{
    placeWindow(m_window);
    nlohmann::json kept = nlohmann::json::array();
    for (nlohmann::json& entry : storedStudies()) {
        if (!entry.is_object() || !entry.contains("config"))
            continue;
        entry["current"] = false;
        kept.push_back(std::move(entry));
    }
    m_kept = QByteArray::fromStdString(jsonText(kept));
}

void WorkspaceSession::saveSoon()
{
    m_later.start();
}

void WorkspaceSession::save()
{
    m_later.stop();
    QSettings store;
    store.setValue(studiesKey, studiesJson(m_bench, m_kept));
    store.setValue("session/plan", QString::fromStdString(pathText(m_bench.plan().file())));
    store.setValue("session/geometry", m_window.saveGeometry());
    if (m_layouts.current())
        store.setValue("session/layout", layoutName(*m_layouts.current()));
    m_layouts.save();
}

bool WorkspaceSession::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize || event->type() == QEvent::WindowStateChange)
        saveSoon();
    return QObject::eventFilter(watched, event);
}

} // namespace reweigh
