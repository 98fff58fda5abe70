// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ValueSource.h"
#include "widgets/search/ParallelLines.h"
#include "widgets/state/LatestJob.h"
#include "widgets/state/OpenStudy.h"

#include <QTimer>
#include <QWidget>

namespace reweigh {

class ViewZoom;

/// A plot of parallel coordinates. Dragging along an axis brushes it, a double click there removes the brush, and a click on a line picks
/// its trial. Elsewhere it is zoomed as ViewZoom says, over its whole picture: all axes together upwards, and the ways between them. A double
/// click beside the axes of a plot that is not zoomed removes all brushes.
/// Keyboard: Tab moves from axis to axis; Up and Down move the axis' brush (if there is none, they begin one in the upper quarter),
/// with Shift its lower end, so that Shift does not pan upwards; Delete removes the axis' brush, Escape all brushes and filters.
/// Lines are painted off the GUI thread into two images: all lines faintly, and strongly those that pass. A repaint draws the
/// images, the axes and the selected lines.
class ParallelPlot : public QWidget, public ValueSource {
    Q_OBJECT
public:
    explicit ParallelPlot(QWidget* parent = nullptr);

    void setInfo(std::shared_ptr<const ParallelInfo> info, const QString& valueName);
    const ParallelInfo& info() const { return *m_info; }
    void mark(const Selection& selection);

    const ParallelBrushes& brushes() const { return m_brushes; }
    void setBrush(std::size_t axis, double from, double to);
    /// Removes the brushes without emitting brushed(), because another view has set the filter.
    void dropBrushes();

    /// The axis there and how it is brushed, or the trial whose line is there and its value.
    QString saysAt(const QPointF& place) const override;

    void paint(QPainter& painter, const QRectF& target) const;
    /// The least height in pixels of a figure of `width` pixels.
    int figureHeight(int width) const;
    ParallelFrame frame() const { return frame(QRectF(rect())); }
    /// True while the images are being painted.
    bool busy() const { return m_faintJob.busy() || m_strongJob.busy(); }
    std::size_t focusAxis() const { return m_axis; }

Q_SIGNALS:
    void picked(qint64 trial, bool extend);
    /// The trials that pass the brushes; none if there is no brush.
    void brushed(const std::optional<reweigh::Selection::Trials>& trials);
    void allWanted(); ///< every trial, whatever brush or filter hides it

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Grip { None, New, Whole, Lower, Upper };
    struct Drag {
        Grip grip = Grip::None;
        std::size_t axis = 0;
        double start = 0.0; ///< place at which the drag began
        ParallelBrushes::Stretch stretch;
    };

    /// Lines, and where the axes were when they were painted.
    struct Picture {
        QImage image;
        ParallelFrame frame;
    };

    ParallelFrame frame(const QRectF& target) const;
    /// The frame of the whole plot, whatever part of it is shown.
    ParallelFrame wholeFrame(const QRectF& target) const;
    ParallelInk ink(bool strong) const;
    std::optional<std::size_t> axisAt(QPointF point) const;
    void beginDrag(std::size_t axis, double place);
    void brushesChanged();
    void revealAxis();
    void publish();
    void renderPictures();
    void renderStrong();
    /// Where the axes stand: those with long values get more room at their right, if there is some.
    std::vector<double> stops(double width) const;
    QStringList valueWords(std::size_t axis) const;
    void paintPicture(QPainter& painter, const ParallelFrame& frame, const QRectF& target, const Picture& picture) const;
    /// How the names of axes stand below them: in two lines beside each other, or on more levels, because they do not fit so. In figures, which
    /// have no tool tips, those that are too long for that too are turned to run upwards.
    struct NamePlan {
        std::size_t levels = 1;
        double height = 0.0; ///< of a level
        bool turned = false;

        double room() const { return double(levels) * height; }
    };
    NamePlan namePlan(const ParallelFrame& frame, const QRectF& target) const;
    QRectF nameBox(const ParallelFrame& frame, const QRectF& target, std::size_t axis, const NamePlan& plan) const;
    void paintAxis(QPainter& painter, const ParallelFrame& frame, const QRectF& target, std::size_t axis, const NamePlan& plan) const;
    void paintName(QPainter& painter, const ParallelFrame& frame, const QRectF& target, std::size_t axis, const NamePlan& plan) const;
    void paintValues(QPainter& painter, const ParallelFrame& frame, std::size_t axis, bool numbered) const;
    /// In figures, which have no tool tips: categories that have no room beside their axis have a number there, and a name below the plot.
    struct ValueKey {
        std::vector<char> numbered = {}; ///< one value per axis
        QString text = {};               ///< a line for each axis with numbers
        double height = 0.0;             ///< that it takes below the plot
    };
    ValueKey valueKey(const QRectF& target) const;
    bool namesFit(const ParallelFrame& frame, std::size_t axis) const;
    void paintBrush(QPainter& painter, const ParallelFrame& frame, std::size_t axis) const;
    void paintSelected(QPainter& painter, const ParallelFrame& frame) const;
    QString axisWords(std::size_t axis) const;
    QString axisName(std::size_t axis) const;

    std::shared_ptr<const ParallelInfo> m_info = std::make_shared<ParallelInfo>();
    QString m_valueName;
    ParallelBrushes m_brushes;
    std::vector<char> m_passes; ///< one value per line
    bool m_filtered = false;
    std::vector<std::size_t> m_selected; ///< indices of lines
    std::size_t m_axis = 0;              ///< axis with the keyboard focus
    Drag m_drag;
    QTimer m_publish;
    std::optional<QPointF> m_pressed; ///< beside the axes
    Picture m_faint, m_strong;
    LatestJob<Picture> m_faintJob, m_strongJob;
    ViewZoom* m_zoom;
};

} // namespace reweigh
