# The agenda during the workshop: pauses, released rooms, delays.

refused-not_released = This room follows plenary already.
refused-step_passed = This room is past that step, or may not go as far.
refused-agenda_changed = Somebody has just changed the agenda. Nothing was changed; see how it stands.
refused-steps_differ = These two steps do not go together: a room would have two things to do at once.
