# Completes the subcommands and flags of reweigh in bash. They are read from --help, so that there is no second list of them.
_reweigh() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} names
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then
    names=$(reweigh --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
  elif [[ $word == -* ]]; then
    [[ $COMP_CWORD -gt 1 && $command != -* ]] || command=
    names=$(reweigh ${command:+"$command"} --help 2>/dev/null | sed -n 's/^  \(-[^ ]*\).*/\1/p' | tr ',' '\n' | sed 's/{.*//')
  fi
  mapfile -t COMPREPLY < <(compgen -W "$names" -- "$word")
}
complete -o default -F _reweigh reweigh
