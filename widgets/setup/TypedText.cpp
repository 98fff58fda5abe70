// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/TypedText.h"

#include "widgets/state/ExperimentDocument.h"

namespace reweigh {

TypedText::TypedText(QLineEdit& line)
    : QObject(&line)
    , m_line(line)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &TypedText::flush);
    connect(&line, &QLineEdit::textEdited, this, [this] {
        if (m_gesture == 0)
            m_gesture = ExperimentDocument::newGesture();
        m_pause.start();
    });
    connect(&line, &QLineEdit::editingFinished, this, &TypedText::finish);
}

void TypedText::finish()
{
    if (m_pause.isActive())
        flush();
    m_gesture = 0;
}

void TypedText::flush()
{
    m_pause.stop();
    Q_EMIT typed(m_line.text(), m_gesture);
}

} // namespace reweigh
