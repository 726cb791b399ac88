"""People who are not there: voices and faces, encoded once and sent again and again as a browser would."""

from media.synthetic.face import Face
from media.synthetic.playing import Camera, Metronome, Microphone
from media.synthetic.voice import Voice

__all__ = ["Camera", "Face", "Metronome", "Microphone", "Voice"]
