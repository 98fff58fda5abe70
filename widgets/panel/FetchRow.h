// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/fetch/FetchJob.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace reweigh {

class DoneBar;

/// Offers a download in a line: what is missing, a button that says how much it fetches, then progress and a button that stops it. A
/// stopped or failed download goes on from what it has received.
class FetchRow : public QWidget {
    Q_OBJECT
public:
    explicit FetchRow(QWidget* parent = nullptr);

    /// Offers `work`, which fetches `bytes` bytes. `what` says in a sentence what is missing. Does nothing while a download runs.
    void offer(const QString& what, std::uint64_t bytes, FetchJob::Work work);
    bool busy() const { return m_job->busy(); }

Q_SIGNALS:
    void fetched();
    void busyChanged(bool busy); ///< a download began or ended

private:
    void press();
    void showState();

    FetchJob* m_job;
    FetchJob::Work m_work;
    QString m_what;
    QString m_failure; ///< sentence on the last attempt; empty: none failed
    std::uint64_t m_bytes = 0;
    bool m_stopping = false;
    bool m_saidBusy = false;
    QLabel* m_text;
    DoneBar* m_bar;
    QPushButton* m_button;
};

/// "163 MB": bytes of a download, in units of a million.
QString downloadText(std::uint64_t bytes);

} // namespace reweigh
