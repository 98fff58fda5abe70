// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/Theme.h"

namespace reweigh {

/// The theme's colours in the roles of Qt's widgets.
QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Role::Window));
    palette.setColor(QPalette::Base, colour(Role::Panel));
    palette.setColor(QPalette::AlternateBase, colour(Role::Grid));
    palette.setColor(QPalette::Button, tint(Role::Line, 0.55));
    palette.setColor(QPalette::WindowText, colour(Role::Text));
    palette.setColor(QPalette::Text, colour(Role::Text));
    palette.setColor(QPalette::ButtonText, colour(Role::Text));
    palette.setColor(QPalette::ToolTipBase, colour(Role::Panel));
    palette.setColor(QPalette::ToolTipText, colour(Role::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Role::Dim));
    palette.setColor(QPalette::BrightText, colour(Role::Bad));
    palette.setColor(QPalette::Link, colour(Role::Selection));
    palette.setColor(QPalette::LinkVisited, colour(Role::Selection));
    palette.setColor(QPalette::Highlight, tint(Role::Selection, m_dark ? 0.30 : 0.18));
    palette.setColor(QPalette::HighlightedText, colour(Role::Text));
    palette.setColor(QPalette::Light, tint(Role::Line, 0.3));
    palette.setColor(QPalette::Midlight, tint(Role::Line, 0.6));
    palette.setColor(QPalette::Mid, colour(Role::Line));
    palette.setColor(QPalette::Dark, tint(Role::Dim, 0.6));
    palette.setColor(QPalette::Shadow, tint(Role::Dim, 0.8));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tint(Role::Dim, 0.7));
    return palette;
}

} // namespace reweigh
