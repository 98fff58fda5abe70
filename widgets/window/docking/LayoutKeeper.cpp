// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/docking/LayoutKeeper.h"

#include <QSettings>

#include <numeric>

namespace reweigh {
namespace {

/// A plan with existing docks only; a part that would contain a single part is replaced by it.
struct Part {
    int share = 1;
    std::vector<QDockWidget*> docks;
    Qt::Orientation split = Qt::Horizontal;
    std::vector<Part> parts;

    bool empty() const { return docks.empty() && parts.empty(); }
    QDockWidget* first() const { return docks.empty() ? parts.front().first() : docks.front(); }
};

Part present(const LayoutNode& node, const DockSet& set)
{
    Part part{.share = node.share, .split = node.split};
    for (const QString& id : node.docks)
        if (QDockWidget* dock = set.dock(id))
            part.docks.push_back(dock);
    for (const LayoutNode& child : node.parts)
        if (Part inner = present(child, set); !inner.empty())
            part.parts.push_back(std::move(inner));
    if (part.parts.size() == 1) {
        Part only = std::move(part.parts.front());
        only.share = node.share;
        return only;
    }
    return part;
}

/// Splits the area of the part's first dock, which was placed where the whole part belongs.
void place(QMainWindow& window, const Part& part, std::vector<QDockWidget*>& placed)
{
    for (std::size_t i = 1; i < part.parts.size(); ++i)
        window.splitDockWidget(part.parts[i - 1].first(), part.parts[i].first(), part.split);
    for (const Part& inner : part.parts)
        place(window, inner, placed);
    for (std::size_t i = 1; i < part.docks.size(); ++i)
        window.tabifyDockWidget(part.docks[i - 1], part.docks[i]);
    placed.insert(placed.end(), part.docks.begin(), part.docks.end());
}

/// Returns a dock by which resizeDocks() resizes `part` along `along`: one that is not in a split of the same direction inside
/// `part`. Null if there is none.
QDockWidget* handle(const Part& part, Qt::Orientation along)
{
    if (!part.docks.empty())
        return part.docks.front();
    if (part.split == along)
        return nullptr;
    for (const Part& inner : part.parts)
        if (QDockWidget* found = handle(inner, along))
            return found;
    return nullptr;
}

void resize(QMainWindow& window, const Part& part, QSize extent)
{
    if (part.parts.empty())
        return;
    const bool across = part.split == Qt::Horizontal;
    const int whole =
        std::accumulate(part.parts.begin(), part.parts.end(), 0, [](int sum, const Part& inner) { return sum + inner.share; });
    QList<QDockWidget*> docks;
    QList<int> sizes;
    for (const Part& inner : part.parts) {
        const int size = (across ? extent.width() : extent.height()) * inner.share / whole;
        if (QDockWidget* dock = handle(inner, part.split)) {
            docks << dock;
            sizes << size;
        }
        resize(window, inner, across ? QSize(size, extent.height()) : QSize(extent.width(), size));
    }
    window.resizeDocks(docks, sizes, part.split);
}

} // namespace

void arrange(QMainWindow& window, const DockSet& docks, const LayoutNode& plan)
{
    const Part whole = present(plan, docks);
    for (QDockWidget* dock : docks.docks()) {
        dock->setFloating(false);
        window.removeDockWidget(dock);
    }
    std::vector<QDockWidget*> placed;
    if (!whole.empty()) {
        window.addDockWidget(Qt::TopDockWidgetArea, whole.first());
        place(window, whole, placed);
    }
    QDockWidget* spare = nullptr;
    for (QDockWidget* dock : docks.docks()) {
        if (std::find(placed.begin(), placed.end(), dock) != placed.end())
            continue;
        if (spare)
            window.tabifyDockWidget(spare, dock);
        else
            window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        spare = dock;
        dock->hide();
    }
    for (QDockWidget* dock : placed)
        dock->show();
    const auto raiseFirst = [](const auto& self, const Part& part) -> void {
        if (part.docks.size() > 1)
            part.docks.front()->raise();
        for (const Part& inner : part.parts)
            self(self, inner);
    };
    raiseFirst(raiseFirst, whole);
    resize(window, whole, window.size());
}

namespace {

constexpr int stateVersion = 6; // increase it when the set of docks changes

QString keyOf(Layout layout)
{
    return QStringLiteral("layouts/") + layoutName(layout);
}

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow& window, const DockSet& docks, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_docks(docks)
{
}

void LayoutKeeper::show(Layout layout)
{
    if (m_current == layout)
        return;
    save();
    m_current = layout;
    m_window.setUpdatesEnabled(false);
    if (!m_window.restoreState(QSettings().value(keyOf(layout)).toByteArray(), stateVersion))
        arrange(m_window, m_docks, layoutPlan(layout));
    m_window.setUpdatesEnabled(true);
    Q_EMIT changed();
}

void LayoutKeeper::clear()
{
    save();
    m_current.reset();
    for (QDockWidget* dock : m_docks.docks())
        dock->hide();
    Q_EMIT changed();
}

void LayoutKeeper::reset()
{
    if (!m_current)
        return;
    QSettings().remove(keyOf(*m_current));
    m_window.setUpdatesEnabled(false);
    arrange(m_window, m_docks, layoutPlan(*m_current));
    m_window.setUpdatesEnabled(true);
    Q_EMIT changed();
}

void LayoutKeeper::save() const
{
    if (m_current)
        QSettings().setValue(keyOf(*m_current), m_window.saveState(stateVersion));
}

} // namespace reweigh
