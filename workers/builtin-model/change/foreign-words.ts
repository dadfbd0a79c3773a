/** What records and fields are called in other languages. */

const words = (list: string): ReadonlyMap<string, string> =>
	new Map(
		list
			.trim()
			.split(/\s*[\n;]\s*/)
			.map((pair): [string, string] => {
				const [word = '', english = ''] = pair.split('=');
				return [word.trim(), english.trim()];
			})
	);

export const GERMAN = words(`
und=and; mit=with; pflicht=mandatory; verpflichtende=mandatory; verpflichtendes=mandatory; optionales=optional; neue=new; feld=field; rolle=role; die=the
kunde=customer; kunden=customers; lieferant=supplier; lieferanten=suppliers; bestellung=order; bestellungen=orders; auftrag=order; aufträge=orders; aufträgen=orders
produkt=product; produkte=products; produkten=products; artikel=products; rechnung=invoice; rechnungen=invoices; termin=appointment; termine=appointments; terminen=appointments
notiz=note; notizen=notes; projekt=project; projekte=projects; projekten=projects; aufgabe=task; aufgaben=tasks; mitarbeiter=employees; mitarbeitern=employees
patient=patient; patienten=patients; arzt=doctor; ärzte=doctors; ärzten=doctors; hund=dog; hunde=dogs; hunden=dogs; rezept=recipe; rezepte=recipes; rezepten=recipes
zimmer=rooms; räume=rooms; räumen=rooms; buch=book; bücher=books; büchern=books; mitglied=member; mitglieder=members; mitgliedern=members; kommentare=comments; bewertungen=ratings
geburtstag=birthday; geburtsdatum=date of birth; telefon=phone; telefonnummer=phone; handy=mobile; handynummer=mobile; e-mail=email; email=email; adresse=address; anschrift=address
stadt=city; ort=place; land=country; plz=zip code; postleitzahl=zip code; straße=street; strasse=street; preis=price; betrag=amount; menge=quantity; anzahl=quantity; datum=date
name=name; namen=name; vorname=first name; nachname=last name; beschreibung=description; status=status; priorität=priority; kategorie=category; foto=photo; bild=photo
webseite=website; website=website; gewicht=weight; größe=size; farbe=colour; fälligkeitsdatum=due date; frist=deadline; umsatzsteuernummer=VAT number; ust-idnr=VAT number; steuernummer=tax number
ansprechpartner=contact person; kontakt=contact; firma=company; bemerkung=remark; bemerkungen=remarks; rabatt=discount; lieferdatum=delivery date; nummer=number
`);

export const SPANISH = words(`
y=and; con=with; obligatorio=mandatory; obligatoria=mandatory; opcional=optional; nuevo=new; campo=field; rol=role
cliente=customer; clientes=customers; proveedor=supplier; proveedores=suppliers; pedido=order; pedidos=orders; producto=product; productos=products; factura=invoice; facturas=invoices
cita=appointment; citas=appointments; nota=note; notas=notes; proyecto=project; proyectos=projects; tarea=task; tareas=tasks; empleado=employee; empleados=employees; receta=recipe; recetas=recipes
paciente=patient; pacientes=patients; médico=doctor; médicos=doctors; libro=book; libros=books; perro=dog; perros=dogs; habitación=room; habitaciones=rooms; miembro=member; miembros=members
cumpleaños=birthday; nacimiento=birth; teléfono=phone; móvil=mobile; correo=email; email=email; dirección=address; ciudad=city; país=country; calle=street; precio=price; importe=amount
cantidad=quantity; fecha=date; nombre=name; apellido=last name; descripción=description; estado=status; prioridad=priority; categoría=category; foto=photo; web=website; peso=weight; tamaño=size
color=colour; nif=VAT number; contacto=contact; empresa=company; descuento=discount; número=number
`);

export const CHINESE = words(`
客户=customers; 顾客=customers; 供应商=suppliers; 订单=orders; 产品=products; 商品=products; 发票=invoices; 预约=appointments; 备注=notes; 笔记=notes; 项目=projects; 任务=tasks; 员工=employees
病人=patients; 患者=patients; 医生=doctors; 食谱=recipes; 菜谱=recipes; 狗=dogs; 房间=rooms; 图书=books; 会员=members
生日=birthday; 出生日期=date of birth; 电话=phone; 手机=mobile; 邮箱=email; 电子邮件=email; 地址=address; 城市=city; 国家=country; 邮编=zip code; 街道=street; 价格=price; 金额=amount; 数量=quantity
日期=date; 姓名=name; 名称=name; 名字=name; 描述=description; 说明=description; 状态=status; 优先级=priority; 类别=category; 分类=category; 照片=photo; 图片=photo; 网站=website; 重量=weight
尺寸=size; 颜色=colour; 截止日期=due date; 税号=VAT number; 联系人=contact person; 公司=company; 折扣=discount; 编号=number
`);
