# The agenda during the workshop: pauses, released rooms, delays.

refused-not_released = This room follows plenary already.
refused-step_passed = This room is past that step, or may not go as far.
