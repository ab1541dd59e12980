"""The window. It asks services and shows what they answer; nothing below knows Qt."""

from reviewer_app.ui.lasting_none import keep_none

keep_none()
