using Agents.Random;
using Elites.Populations;

namespace Elites;

/// <summary>What the model draws for. Numbers are appended, never renumbered.</summary>
internal static class Purposes
{
    public static readonly Purpose Birth = new(1000);
    public static readonly Purpose Kin = new(1001);
    public static readonly Purpose Acquaintances = new(1002);
    public static readonly Purpose CrossTies = new(1003);
    public static readonly Purpose Rank = new(1004);
    public static readonly Purpose Job = new(1005);
    public static readonly Purpose Casualties = new(1006);
    public static readonly Purpose Incident = new(1007);
    public static readonly Purpose Obedience = new(1008);
    public static readonly Purpose Arrest = new(1009);
    public static readonly Purpose RegimeShock = new(1010);
    public static readonly Purpose ClanShock = new(1011);
    public static readonly Purpose PersonShock = new(1012);
    public static readonly Purpose Conspiracy = new(1013);
    public static readonly Purpose Sounding = new(1014);
    public static readonly Purpose Attempt = new(1015);
    public static readonly Purpose Signal = new(1016);
    public static readonly Purpose Exposure = new(1017);
    public static readonly Purpose Frailty = new(1018);
    public static readonly Purpose Turnover = new(1019);
    public static readonly Purpose Appointment = new(1020);
    public static readonly Purpose Blamer = new(1021);
    public static readonly Purpose LeaderSignal = new(1280);
    public static readonly Purpose LeaderChoice = new(1281);
    public static readonly Purpose LeaderRemedy = new(1282);
    public static readonly Purpose Escalation = new(1283);
    public static readonly Purpose Catastrophe = new(1284);

    public static readonly Purpose Rival = new(1310);
    public static readonly Purpose Suspension = new(1311);
    public static readonly Purpose LeaderFate = new(1300);
    public static readonly Purpose Caretaker = new(1301);
    public static readonly Purpose SuccessorAge = new(1302);
    public static readonly Purpose Dismissal = new(1303);

    public static readonly Purpose Channels = new(1220);
    public static readonly Purpose WeakTies = new(1221);
    public static readonly Purpose WeakTieOrder = new(1222);
    public static readonly Purpose Opinion = new(1223);
    public static readonly Purpose ChangeShock = new(1224);
    public static readonly Purpose Regions = new(1240);
    public static readonly Purpose Service = new(1241);
    public static readonly Purpose Fate = new(1242);
    public static readonly Purpose Recruits = new(1243);
    public static readonly Purpose Morale = new(1244);
    public static readonly Purpose Crime = new(1245);
    public static readonly Purpose Death = new(1246);
    public static readonly Purpose Families = new(1247);

    public static readonly Purpose Front = new(1200);
    public static readonly Purpose Aid = new(1201);
    public static readonly Purpose Offer = new(1202);
    public static readonly Purpose Currency = new(1203);
    public static readonly Purpose FirstBelief = new(1204);
    public static readonly Purpose WarNews = new(1205);
    public static readonly Purpose GrowthShock = new(1206);
    public static readonly Purpose OilPrice = new(1207);

    /// <summary>Trust ties within a faction: one network, and so one purpose, for each kind.</summary>
    public static Purpose TrustWithin(EliteKind kind) => new(1100 + (uint)kind);
}
