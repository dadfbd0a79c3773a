/** Unix tools that a program may start by name (`spawn('ls')`): the shell program runs them as processes of their own. */
export const SHELL_TOOLS: ReadonlySet<string> = new Set(
	(
		'awk base64 basename cat chmod column comm cp curl cut date diff dirname du echo egrep env expand expr fgrep find fold grep gunzip gzip head hostname join jq kill killall ln ls ' +
		'md5sum mkdir mktemp mv nl nohup nproc od paste pgrep pkill printenv printf ps readlink realpath rev rg rm rmdir sed seq sha1sum sha256sum sort split stat strings tac tail tar tee test timeout touch tr ' +
		'tree truncate uname uniq wc which whoami xargs xxd yes zcat true false sleep pwd'
	).split(' ')
);
