# What the studio refuses.

# $reason: the code of the refusal
refused-archive_refused = { $reason ->
    [already_there] This workshop is already on this server. Nothing was imported.
    [archive_public] This is a public archive, made to be read: it lacks what an import needs. Ask for the complete one. Nothing was imported.
    [archive_newer] This archive was made by a later version of Palabre. Update this server, then try again. Nothing was imported.
    [archive_truncated] A part of this file is missing. Download the archive again. Nothing was imported.
    [archive_damaged] This file was damaged or changed since it was made. Nothing was imported.
    [archive_foreign] This is not the archive of a workshop. Nothing was imported.
    [archive_too_big] What this archive holds is too big. Nothing was imported.
   *[other] This archive cannot be read here ({ $reason }). Nothing was imported.
}
refused-changed_meanwhile = Somebody has changed this consultation meanwhile. Read it again, then try once more.
refused-colour_unreadable = On this colour some text could not be read. The nearest that works: { $nearest }.
refused-dates_missing = A phase has no beginning or no end.
refused-dates_reversed = It ends before it begins.
refused-expectations_missing = What people may expect is not said yet: subject, degree of involvement, introduction.
refused-not_published = This consultation was never published.
refused-phase_gives_nothing = This phase gives nothing that the other could take.
refused-phase_needed = Another phase takes what this one has gathered.
refused-phase_of_rehearsal = A rehearsal goes after three days: it is the workshop of no phase.
refused-phase_without_workshop = This phase has no workshop.
refused-phases_missing = There must be one phase at least.
refused-phases_overlap = Two phases of the same track overlap. Change their dates, or put one beside the other.
refused-process_published = Withdraw the consultation from publication first.
refused-settings_invalid = A setting of the phase is not understood.
refused-sheet_unreadable = This file is no CSV sheet with a column of texts.
refused-slug_taken = Another consultation has this address already.
refused-too_many_contributions = That is too many: { $most } contributions at most.
refused-too_many_documents = That is too many: { $most } documents at most.
refused-too_many_phases = That is too many: { $most } phases at most.
