// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/Icons.h"

#include <QAction>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace reweigh {
namespace {

QPixmap drawn(QByteArray svg, const QColor& colour, int size)
{
    svg.replace("currentColor", colour.name().toUtf8());
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name, Role role)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QIcon icon;
    if (!file.open(QIODevice::ReadOnly))
        return icon;
    const QByteArray svg = file.readAll();
    const Theme& theme = Theme::instance();
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(drawn(svg, theme.colour(role), size));
        icon.addPixmap(drawn(svg, theme.tint(Role::Dim, 0.6), size), QIcon::Disabled);
    }
    return icon;
}

void bindIcon(QAction& action, const QString& name, Role role)
{
    const auto set = [&action, name, role] { action.setIcon(themedIcon(name, role)); };
    set();
    QObject::connect(&Theme::instance(), &Theme::changed, &action, set);
}

} // namespace reweigh
