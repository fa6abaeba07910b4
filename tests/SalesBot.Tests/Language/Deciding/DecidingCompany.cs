using System.Text;
using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Deciding;

/// <summary>
/// A company in which much waits for a decision: contracts and quotes of customers with near-alike names, of the same submitter, with the same
/// discount. 秦岚 (m1) and Nora Falk (m2) decide over many, 高朗 (m3) over one, the lawyer 尹肃 (l1) over the contracts.
/// </summary>
internal static class DecidingCompany
{
    private static readonly EntityIndex Index = EntitiesFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Json)));

    /// <summary><c>approve AP-1</c>; <c>approve ?AP-1 AP-2</c> where it asks; <c>approve -</c> where it names none; <c>&amp;</c> between orders.</summary>
    public static string Read(string user, string text, Focus? focus = null)
    {
        var frame = new Reader(Index).Read(text, user, SmallCompany.Now, focus ?? new Focus(), _ => true);
        return string.Join(" & ", frame.Also.Prepend(frame).Select(Short));
    }

    /// <summary><c>list AP-1 AP-2</c>, <c>on AP-1</c>: what was shown before.</summary>
    public static Focus Seen(string context)
    {
        if (context.Length == 0) return new Focus();
        var words = context.Split(' ');
        return words[0] == "list" ? new Focus { List = words[1..] } : new Focus { Approval = words[1] };
    }

    private static string Short(Frame frame)
    {
        var slot = frame.Intent == "complete_task" ? "task" : frame.Intent.StartsWith("submit_", StringComparison.Ordinal) ? frame.Intent[7..] : "approval_id";
        if (frame.Clarify.Count > 0) return $"{frame.Intent} ?{string.Join(' ', frame.Clarify)}";
        return $"{frame.Intent} {(frame.Refs.TryGetValue(slot, out var keys) ? string.Join(' ', keys) : "-")}";
    }

    private const string Json = """
        {
          "people": [
            {"id": "m1", "name": "秦岚", "role": "manager"}, {"id": "m2", "name": "Nora Falk", "role": "manager"}, {"id": "m3", "name": "高朗", "role": "manager"},
            {"id": "l1", "name": "尹肃", "role": "finance_legal"}, {"id": "r1", "name": "卓凡", "role": "rep"}, {"id": "r2", "name": "邵宁", "role": "rep"},
            {"id": "r3", "name": "Ravi Menon", "role": "rep"}, {"id": "r4", "name": "Tess Okoro", "role": "rep"}, {"id": "r5", "name": "冯珂", "role": "rep"}
          ],
          "customers": [
            {"id": "c1", "name": "远帆船务", "owner": "r1"}, {"id": "c2", "name": "远航物流", "owner": "r2"}, {"id": "c3", "name": "柏林仪表", "owner": "r1"},
            {"id": "c4", "name": "柏森家居", "owner": "r2"}, {"id": "c5", "name": "青峦食品", "owner": "r2"}, {"id": "c6", "name": "湖心医院", "owner": "r5"},
            {"id": "c11", "name": "Harrow Foods", "owner": "r3"}, {"id": "c12", "name": "Harrow Freight", "owner": "r4"}, {"id": "c13", "name": "Linden Labs", "owner": "r3"},
            {"id": "c14", "name": "Lindqvist Steel", "owner": "r4"}, {"id": "c15", "name": "Opal Hotels", "owner": "r4"}, {"id": "c16", "name": "Marlow Dairy", "owner": "r4"}
          ],
          "products": [{"id": "p1", "name": "SmartDock"}],
          "deals": [
            {"id": "d1", "name": "远帆船务调度系统", "customer": "c1", "owner": "r1", "stage": "negotiation"},
            {"id": "d2", "name": "远航物流TMS", "customer": "c2", "owner": "r2", "stage": "proposal"},
            {"id": "d3", "name": "柏林仪表MES", "customer": "c3", "owner": "r1", "stage": "proposal"},
            {"id": "d4", "name": "柏森家居立体仓", "customer": "c4", "owner": "r2", "stage": "proposal"},
            {"id": "d5", "name": "青峦食品追溯", "customer": "c5", "owner": "r2", "stage": "negotiation"},
            {"id": "d6", "name": "青峦食品冷链", "customer": "c5", "owner": "r2", "stage": "proposal"},
            {"id": "d7", "name": "湖心医院病历系统", "customer": "c6", "owner": "r5", "stage": "proposal"},
            {"id": "d11", "name": "Harrow Foods cold storage", "customer": "c11", "owner": "r3", "stage": "negotiation"},
            {"id": "d12", "name": "Harrow Freight telematics", "customer": "c12", "owner": "r4", "stage": "proposal"},
            {"id": "d13", "name": "Linden Labs LIMS", "customer": "c13", "owner": "r3", "stage": "proposal"},
            {"id": "d14", "name": "Lindqvist Steel furnace controls", "customer": "c14", "owner": "r4", "stage": "negotiation"},
            {"id": "d15", "name": "Opal Hotels door locks", "customer": "c15", "owner": "r4", "stage": "proposal"},
            {"id": "d16", "name": "Marlow Dairy bottling", "customer": "c16", "owner": "r4", "stage": "proposal"}
          ],
          "contracts": [
            {"id": "CT-1", "title": "远帆船务调度合同", "deal": "d1", "customer": "c1", "amount": 860000, "status": "in_approval"},
            {"id": "CT-2", "title": "青峦食品年度框架协议", "deal": "d5", "customer": "c5", "amount": 1500000, "status": "in_approval"},
            {"id": "CT-11", "title": "Harrow Foods cold storage contract", "deal": "d11", "customer": "c11", "amount": 740000, "status": "in_approval"},
            {"id": "CT-12", "title": "Lindqvist framework agreement", "deal": "d14", "customer": "c14", "amount": 1200000, "status": "in_approval"},
            {"id": "CT-13", "title": "Opal Hotels door lock contract", "deal": "d15", "customer": "c15", "amount": 90000, "status": "draft"},
            {"id": "CT-3", "title": "柏森家居立体仓合同", "deal": "d4", "customer": "c4", "amount": 320000, "status": "draft"}
          ],
          "quotes": [
            {"id": "Q2", "deal": "d2", "amount": 480000, "discount": 0.9, "status": "in_approval"},
            {"id": "Q3", "deal": "d3", "amount": 650000, "discount": 0.9, "status": "in_approval"},
            {"id": "Q4", "deal": "d4", "amount": 320000, "discount": 0.85, "status": "in_approval"},
            {"id": "Q6", "deal": "d6", "amount": 210000, "discount": 0.88, "status": "in_approval"},
            {"id": "Q7", "deal": "d7", "amount": 990000, "discount": 0.95, "status": "in_approval"},
            {"id": "Q12", "deal": "d12", "amount": 128000, "discount": 0.92, "status": "in_approval"},
            {"id": "Q13", "deal": "d13", "amount": 54000, "discount": 0.92, "status": "in_approval"},
            {"id": "Q15", "deal": "d15", "amount": 88000, "discount": 0.85, "status": "in_approval"},
            {"id": "Q16", "deal": "d16", "amount": 61000, "discount": 0.9, "status": "approved"},
            {"id": "Q5", "deal": "d5", "amount": 1500000, "discount": 1, "status": "draft"}
          ],
          "approvals": [
            {"id": "AP-1", "kind": "contract", "ref": "CT-1", "submitter": "r1", "approvers": ["m1", "l1"], "status": "pending"},
            {"id": "AP-2", "kind": "quote", "ref": "Q2", "submitter": "r2", "approvers": ["m1"], "status": "pending"},
            {"id": "AP-3", "kind": "quote", "ref": "Q3", "submitter": "r1", "approvers": ["m1"], "status": "pending"},
            {"id": "AP-4", "kind": "quote", "ref": "Q4", "submitter": "r2", "approvers": ["m1"], "status": "pending"},
            {"id": "AP-5", "kind": "contract", "ref": "CT-2", "submitter": "r2", "approvers": ["m1", "l1"], "status": "pending"},
            {"id": "AP-6", "kind": "quote", "ref": "Q6", "submitter": "r2", "approvers": ["m1"], "status": "pending"},
            {"id": "AP-7", "kind": "quote", "ref": "Q7", "submitter": "r5", "approvers": ["m3"], "status": "pending"},
            {"id": "AP-11", "kind": "contract", "ref": "CT-11", "submitter": "r3", "approvers": ["m2", "l1"], "status": "pending"},
            {"id": "AP-12", "kind": "quote", "ref": "Q12", "submitter": "r4", "approvers": ["m2"], "status": "pending"},
            {"id": "AP-13", "kind": "quote", "ref": "Q13", "submitter": "r3", "approvers": ["m2"], "status": "pending"},
            {"id": "AP-14", "kind": "contract", "ref": "CT-12", "submitter": "r4", "approvers": ["m2", "l1"], "status": "pending"},
            {"id": "AP-15", "kind": "quote", "ref": "Q15", "submitter": "r4", "approvers": ["m2"], "status": "pending"},
            {"id": "AP-16", "kind": "quote", "ref": "Q16", "submitter": "r4", "approvers": ["m2"], "status": "approved"}
          ],
          "tasks": [
            {"id": "TK-1", "owner": "r1", "title": "给远帆船务寄调度方案", "customer": "c1"}, {"id": "TK-2", "owner": "r1", "title": "订去大连的机票"},
            {"id": "TK-3", "owner": "r1", "title": "约柏林仪表吕工看产线", "customer": "c3"}, {"id": "TK-4", "owner": "r1", "title": "补营业执照复印件"},
            {"id": "TK-5", "owner": "r1", "title": "给吕工发MES报价", "customer": "c3"}, {"id": "TK-6", "owner": "r2", "title": "回邮件给青峦采购部", "customer": "c5"},
            {"id": "TK-7", "owner": "r2", "title": "整理立体仓图纸", "customer": "c4"},
            {"id": "TK-11", "owner": "r3", "title": "Call the freight forwarder about the Linden shipment", "customer": "c13"},
            {"id": "TK-12", "owner": "r3", "title": "Send Harrow Foods the insurance certificate", "customer": "c11"},
            {"id": "TK-13", "owner": "r3", "title": "Book train tickets to Leeds"}, {"id": "TK-14", "owner": "r3", "title": "Prepare the LIMS demo data", "customer": "c13"},
            {"id": "TK-15", "owner": "r3", "title": "Email Harrow Foods the site plan", "customer": "c11"}
          ]
        }
        """;
}
