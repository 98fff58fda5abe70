// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <vector>

class QApplication;

namespace reweigh {

/// What a colour means, the same in every view.
enum class Role {
    Right,      ///< label right; also told by: upward density, plain fill
    Wrong,      ///< label wrong; downward density, hatched fill
    Meta,       ///< dashed
    Validation, ///< what the search sees; solid
    Test,       ///< never searched; thick
    Train,      ///< observed labels; thin
    Selection,  ///< the current thing; thicker line, outline
    Done, Warning, Bad, ///< with their mark and word
    Window, Panel, Line, Grid, Text, Dim,
};

enum class ColourScheme { System, Light, Dark };

/// Colours, fonts and measures of the window. One for the application; widgets ask it when they paint and repaint on
/// changed(). Thread: GUI.
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    /// Sets the application's palette and style once, and follows the system's palette if the scheme says so.
    void apply(QApplication& application);
    void setScheme(ColourScheme scheme);
    ColourScheme scheme() const { return m_scheme; }
    bool dark() const { return m_dark; }

    QColor colour(Role role) const;
    /// The role thinned over the panel, opaque: `share` of the role in [0, 1]. Opaque fills draw faster than alpha.
    QColor tint(Role role, double share) const;
    /// Fill of wrong labels: hatched, so that it is told without colour.
    QBrush hatch(Role role) const;

    /// One dark-to-light ramp for quantities, t in [0, 1].
    static QColor ramp(double t);
    /// Wrong - panel - right for differences, t in [-1, 1]; 0 has the panel's colour.
    QColor diverging(double t) const;
    /// Black or white, whichever is read better on `ground`.
    static QColor inkOn(const QColor& ground);

    QFont titleFont() const; ///< 12.5 px at 100 %, semibold
    QFont scopeFont() const; ///< 10.5 px, dim
    QFont bodyFont() const;  ///< tabular figures where the font has them
    /// Multiples of the 8-px grid, scaled with the system font.
    int grid(double units = 1.0) const;
    int dockGap() const { return grid(1.5); }
    int panelMargin() const { return grid(1.75); }

Q_SIGNALS:
    void changed();

private:
    Theme();
    void update();
    QPalette palette() const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    QApplication* m_application = nullptr;
    QPalette m_system;
    ColourScheme m_scheme = ColourScheme::System;
    bool m_dark = false;
    bool m_updating = false;
};

/// "✓" and the like, beside the word: never colour alone.
QString markOf(Role role);

} // namespace reweigh
