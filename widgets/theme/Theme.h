// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>
#include <vector>

class QApplication;
class QWidget;

namespace reweigh {

/// What a colour stands for; every view uses the same meaning. The roles of data and states are also shown without colour, in the
/// way noted here.
enum class Role {
    Right,      ///< right label; also shown by a density drawn upwards and a plain fill
    Wrong,      ///< wrong label; also shown by a density drawn downwards and a hatched fill
    Meta,       ///< meta set; dashed lines
    Validation, ///< validation set, by which the search judges; solid lines
    Test,       ///< test set, which the search never sees; thick lines
    Train,      ///< training set with observed labels; thin lines
    Selection,  ///< the selected item; thicker line, outline
    Done,
    Warning,
    Bad, ///< states; always shown with a mark and a word
    Window,
    Panel,
    Line,
    Grid,
    Text,
    Dim,
};

enum class ColourScheme { System, Light, Dark };

/// Colours, fonts and measures of the window. The application has one instance; widgets read it when they paint, and repaint on
/// changed(). Thread: GUI.
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    /// Sets the application's palette and style once, and follows the system's palette, also when it changes later, if the scheme says
    /// so.
    void apply(QApplication& application);
    void setScheme(ColourScheme scheme);
    ColourScheme scheme() const { return m_scheme; }
    /// What the desktop itself asks for where it says so (widgets/desktop/DesktopScheme.h); else the system's palette decides.
    void setDesktopDark(std::optional<bool> dark);
    bool dark() const { return m_dark && !m_paper; }

    /// While it is set, colours are those of white paper, and all type is DejaVu Sans of `points`, as figures for papers want it; the
    /// palette of the application's widgets stays. Views draw themselves anew on changed(). Empty: the screen's look again.
    void setPaper(std::optional<double> points);
    std::optional<double> paper() const { return m_paper; }

    QColor colour(Role role) const;
    /// The role's colour on white paper, whatever the window's scheme is.
    static QColor onPaper(Role role);
    /// An opaque mixture of the role's colour and the panel's colour; `share` in [0, 1] is the role's part. Opaque fills are drawn
    /// faster than transparent ones.
    QColor tint(Role role, double share) const;
    /// A hatched fill, used for wrong labels so that they can be recognised without colour.
    QBrush hatch(Role role) const;

    /// Colour of a quantity on a ramp from dark to light, for t in [0, 1].
    static QColor ramp(double t);
    /// Colour of how good something is on that ramp, for t in [0, 1]: the better, the more it stands out from the panel, which is light
    /// on dark and dark on light. Whatever shows what is better takes it, so that the same end means the same.
    QColor merit(double t) const { return ramp(dark() ? t : 1.0 - t); }
    /// Colour of a difference, for t in [-1, 1]: from the colour of Role::Wrong (-1) through the panel's colour (0) to that of
    /// Role::Right (1).
    QColor diverging(double t) const;
    /// Black or white, whichever is easier to read on the background `ground`.
    static QColor inkOn(const QColor& ground);
    /// The colour of hatching on `ground`: its ink, as pale as a contrast of 3 : 1 allows, which WCAG 2 asks of graphics.
    static QColor hatchOn(const QColor& ground);

    QFont titleFont() const;  ///< 12.5 px at 100 %, semibold; on paper as large as the rest
    QFont scopeFont() const;  ///< 10.5 px, dim; on paper as large as the rest, whose size is the least that is readable
    QFont bodyFont() const;   ///< with figures of equal width where the font has them
    QFont strongFont() const; ///< of the body, semibold
    /// `units` times the 8-pixel grid, in pixels, scaled with the size of the system font.
    int grid(double units = 1.0) const;
    int dockGap() const { return grid(1.5); }
    int panelMargin() const { return grid(1.75); }

Q_SIGNALS:
    void changed();

private:
    Theme();
    void update();
    void readSystemPalette();
    QPalette palette() const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    QApplication* m_application = nullptr;
    QPalette m_system;
    QPalette m_own;                    ///< the application's palette as update() has set it
    std::optional<bool> m_desktopDark; ///< none: the desktop does not say
    ColourScheme m_scheme = ColourScheme::System;
    std::optional<double> m_paper; ///< points
    bool m_dark = false;
    bool m_updating = false;
    bool m_reading = false; ///< the system's palette is read when the present event is over
};

/// Writes the text of a label or button in the role's colour. Call it again on Theme::changed().
void setInk(QWidget& widget, Role role);
/// The same, but while it is disabled it is as pale as all that is.
void setEnabledInk(QWidget& widget, Role role);
/// Writes it so now and after each change of the theme.
void keepInk(QWidget& widget, Role role);

/// The mark of a role, such as "✓". Views show it beside a word, so that nothing is expressed by colour alone.
QString markOf(Role role);

} // namespace reweigh
