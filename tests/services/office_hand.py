"""A hand that edits a document in LibreOffice itself: a macro that replaces words, moves and deletes paragraphs."""

import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
%s
</script:module>
"""
_MACRO = """
Dim doc

Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{acts}
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{target}", how())
  doc.close(True)
End Sub

Sub Replaced(old As String, anew As String)
  Dim finder
  finder = doc.createReplaceDescriptor()
  finder.SearchString = old
  finder.ReplaceString = anew
  finder.SearchCaseSensitive = True
  finder.SearchWords = True
  doc.replaceAll(finder)
End Sub

Function Found(words As String)
  Dim all, one
  all = doc.Text.createEnumeration()
  Do While all.hasMoreElements()
    one = all.nextElement()
    If one.supportsService("com.sun.star.text.Paragraph") Then
      If Left(one.String, Len(words)) = words Then
        Found = one
        Exit Function
      End If
    End If
  Loop
End Function

Sub Deleted(words As String)
  doc.Text.removeTextContent(Found(words))
End Sub

Sub Moved(words As String, behind As String)
  Dim one, place, text As String
  one = Found(words)
  text = one.String
  doc.Text.removeTextContent(one)
  place = doc.Text.createTextCursorByRange(Found(behind).End)
  doc.Text.insertControlCharacter(place, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  doc.Text.insertString(place, text, False)
End Sub
"""


def edited(program: str, source: Path, target: Path, acts: Iterable[tuple[str, ...]]) -> None:
    """Let LibreOffice open a file, do these things to it (a macro's name and its words), and save it as DOCX."""
    profile = target.parent / "profile"
    office = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    lines = "\n".join(f"  Call {name}({', '.join(map(_spelled, words))})" for name, *words in acts)
    macro = _MACRO
    for name, words_there in (("acts", lines), ("source", source.as_uri()), ("target", target.as_uri())):
        macro = macro.replace(f"{{{name}}}", words_there)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE % escape(macro), "utf-8")
    run = [*office, "macro:///Standard.Module1.Main"]
    subprocess.run(run, check=True, capture_output=True, timeout=120)


def _spelled(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
