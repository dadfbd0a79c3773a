# It walks a project with loops, functions, pipes and traps. Differs: nothing.
mkdir -p walk/src walk/docs
trap 'rm -r walk; echo gone' EXIT
printf 'export const one = 1;\n' > walk/src/a.js
printf 'export const two = 2;\nexport const three = 3;\n' > walk/src/b.js
echo '# Notes' > walk/docs/notes.md
count() {
	local total=0
	for file in "$1"/*; do
		while read -r _; do total=$((total + 1)); done < "$file"
	done
	echo "$1 $total"
	return "$total"
}
count walk/src
echo "status $?"
(cd walk && ls src docs | sort | tr 'a-z' 'A-Z')
grep -rh export walk/src | sort | sed 's/export const //' | node -e 'process.stdin.pipe(process.stdout)'
case $(cat walk/docs/notes.md) in '# '*) echo title ;; *) echo text ;; esac
[[ -f walk/src/c.js ]] || { echo missing && exit 4; }
