;;; statlint.el --- statlint for eglot -*- lexical-binding: t -*-
;; (load "PATH/TO/statlint.el"), then M-x eglot in a draft.
(require 'eglot)
(defvar statlint-program "statlint" "The program that serves.")
(add-to-list 'eglot-server-programs
             (cons '(markdown-mode text-mode html-mode latex-mode rst-mode adoc-mode org-mode)
                   (lambda (&rest _) (list statlint-program "lsp"))))
(provide 'statlint)
