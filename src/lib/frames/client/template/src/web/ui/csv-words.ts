import { defineWords } from '../../core/words';

export const csvWords = defineWords({
	en: {
		in: 'Import CSV',
		out: 'Export CSV',
		'not-csv': '"{name}" is not a CSV file. Nothing was changed.',
		taken: 'Lines taken in: {n}',
		refused: 'Lines not taken in: {n}',
		line: 'Line {n}:',
		columns: 'The first line names the columns: {columns}',
		'missing-column': 'The file has no column "{column}". Nothing was changed.'
	},
	de: {
		in: 'CSV importieren',
		out: 'CSV exportieren',
		'not-csv': '„{name}“ ist keine CSV-Datei. Es wurde nichts geändert.',
		taken: 'Übernommene Zeilen: {n}',
		refused: 'Nicht übernommene Zeilen: {n}',
		line: 'Zeile {n}:',
		columns: 'Die erste Zeile nennt die Spalten: {columns}',
		'missing-column': 'In der Datei fehlt die Spalte „{column}“. Es wurde nichts geändert.'
	},
	es: {
		in: 'Importar CSV',
		out: 'Exportar CSV',
		'not-csv': '«{name}» no es un archivo CSV. No se ha cambiado nada.',
		taken: 'Líneas importadas: {n}',
		refused: 'Líneas rechazadas: {n}',
		line: 'Línea {n}:',
		columns: 'La primera línea nombra las columnas: {columns}',
		'missing-column': 'Falta la columna «{column}» en el archivo. No se ha cambiado nada.'
	},
	zh: {
		in: '导入 CSV',
		out: '导出 CSV',
		'not-csv': '“{name}”不是 CSV 文件,数据没有改变。',
		taken: '已导入 {n} 行',
		refused: '{n} 行未导入',
		line: '第 {n} 行:',
		columns: '第一行是列名:{columns}',
		'missing-column': '文件缺少“{column}”列,数据没有改变。'
	}
});
