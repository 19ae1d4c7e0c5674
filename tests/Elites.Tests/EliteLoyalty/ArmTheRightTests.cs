using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Tests.EliteLoyalty;

public class ArmTheRightTests
{
    [Test]
    public void Step_Suppressed_TheRightLosesItsArmsAndOthersKeepTheirs()
    {
        var model = Trial.Make();
        var (elite, right) = (model.Elite, model.Elite.Of(EliteKind.Ultranationalist));
        float Held() => Enumerable.Range(right.From, right.Count).Sum(row => elite.Force[row]);
        var (before, general) = (Held(), elite.Force[elite.Of(EliteKind.General).From]);
        model.Parameters.Right.Suppress = 1;
        new ArmTheRight(model.Elite, model.Climate, model.Parameters.Right).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.Positive);
            Assert.That(Held(), Is.Zero);
            Assert.That(elite.Force[elite.Of(EliteKind.General).From], Is.EqualTo(general));
        }
        model.Parameters.Right.Suppress = 0;
        new ArmTheRight(model.Elite, model.Climate, model.Parameters.Right).Step();
        Assert.That(Held(), Is.EqualTo(before).Within(1e-6));
    }
}
