using Agents;
using Agents.Numerics;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

[MustVectorise]
internal readonly partial struct Reals(float a, float b, double c) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var t = a * me.Float + me.OtherFloat / me.Mood - b;
        me.Float += t;
        me.OtherFloat = me.Float * me.Float - me.OtherFloat; // reads what was just written
        me.Next.Mood = -me.Mood * 0.1f + (me.Float != me.OtherFloat ? 1 : -0f);
        me.Double = c * me.Double + me.Float;
        me.OtherDouble -= me.OtherDouble / me.Double - me.Int;
        me.Next.Weight = me.Double > me.OtherDouble ? me.Weight : -me.Weight;
    }
}

[MustVectorise]
internal readonly partial struct Wholes(int by, uint mask, long far) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Int = me.Int * by + me.OtherInt;
        me.OtherInt ^= me.Int & 0xff | me.OtherInt >> 3;
        me.UInt = me.UInt * 2654435761u ^ mask;
        me.OtherUInt = ~me.OtherUInt - me.UInt;
        me.Long = me.Long * far - me.OtherLong;
        me.OtherLong = -me.OtherLong & me.Long;
        me.ULong = me.ULong * 6364136223846793005UL + 1;
        me.OtherULong = ~me.ULong | me.OtherULong;
    }
}

[MustVectorise]
internal readonly partial struct SmallWholes : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Byte += 200;
        me.Byte = (byte)(me.Byte * 3);
        me.SByte -= 100;
        me.SByte = (sbyte)-me.SByte;
        me.Short *= 7;
        me.Short = (short)~me.Short;
        me.UShort ^= 0x5555;
        me.UShort = (ushort)(me.UShort << 3);
        me.Int = me.Byte - 5 * me.SByte + me.Short * me.UShort;
    }
}

[MustVectorise]
internal readonly partial struct Steps : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float++;
        --me.Double;
        var old = me.Int++;
        me.OtherInt = old - --me.OtherInt;
        me.UInt--;
        me.Long++;
        me.ULong--;
        me.Byte++;
        me.SByte--;
        me.Short++;
        me.UShort--;
        me.Sort++;
        me.Next.Tally = me.Tally;
        me.Next.Tally++;
    }
}

[MustVectorise]
internal readonly partial struct Compounds(double rate) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float *= 2;
        me.Float -= me.Int;
        me.OtherFloat /= 3;
        me.Double += me.Float;
        me.OtherDouble *= rate;
        me.Int += me.Byte;
        me.OtherInt <<= 3;
        me.UInt >>= 5;
        me.OtherUInt |= 3;
        me.Long += me.Int;
        me.ULong <<= 40;
        me.OtherLong >>= 7;
        me.Short += 1000;
        me.UShort >>= 2;
        me.SByte <<= 1;
        me.Byte &= 0x3c;
        me.Marks |= Marks.Two;
        me.Marks &= ~Marks.One;
        me.Bool ^= me.OtherBool;
        me.OtherBool &= me.Float > 0;
        me.Next.Truth |= me.Bool;
    }
}

[MustVectorise]
internal readonly partial struct Shifts(int by) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Int = me.Int << by | me.OtherInt >>> 7;
        me.OtherInt = me.OtherInt >> me.Byte;
        me.UInt = me.UInt >> 33;
        me.OtherUInt = me.OtherUInt << me.Int;
        me.Long = me.Long >> 65 ^ me.Long >>> by;
        me.ULong = me.ULong << me.SByte;
        me.OtherULong >>= 1;
        me.Short = (short)(me.Short >> 3);
        me.UShort = (ushort)(me.UShort >>> 3);
        me.SByte = (sbyte)(me.SByte >>> 2);
    }
}

[MustVectorise]
internal readonly partial struct Divisions : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        if (me.OtherInt > 0)
            me.Int = me.Int / me.OtherInt + me.Int % 17;
        if (me.OtherUInt != 0 && me.UInt / me.OtherUInt > 2)
            me.UInt %= me.OtherUInt;
        me.Long = me.OtherLong == 0 || me.OtherLong == -1 ? 1 : me.Long / me.OtherLong;
        me.ULong = me.ULong / 10;
        me.Byte /= 3;
        me.SByte %= 5;
        me.Float %= 1.5f;
        me.Double %= me.OtherDouble;
    }
}

[MustVectorise]
internal readonly partial struct Bools : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var same = me.Bool == me.OtherBool;
        me.Bool = !me.Bool ^ me.Truth | same & me.Float >= 0;
        me.OtherBool = me.Bool != same && (me.Int > 3 || !me.OtherBool);
        me.Next.Truth = me.Bool ? me.OtherBool : me.Vote != 0;
        me.Next.Vote = me.Truth ? (byte)1 : (byte)0;
    }
}

[MustVectorise]
internal readonly partial struct Enumerations : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Marks = ~me.Marks & Marks.High | (me.Marks & Marks.One) | (me.Bool ? Marks.Two : Marks.None);
        if ((me.Marks & ~Marks.One) != 0 && me.Sort != Sort.Fourth)
            me.Sort = me.Sort + 1;
        me.Int = (int)me.Sort * 3 - (int)me.Level;
        me.Level = me.Int > 2 ? Level.High : (Level)me.OtherInt;
        me.OtherInt = me.Sort - Sort.Second;
        me.Bool = me.Level < Level.Middle || me.Sort >= Sort.Third;
        me.UInt = (uint)me.Marks;
    }
}

[MustVectorise]
internal readonly partial struct Mathematics(float least) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var x = Math.Min(me.Float, me.OtherFloat);
        var y = Math.Max(me.Float, me.OtherFloat);
        me.Left = Math.Abs(me.Left) + MathF.Floor(me.Mood) - MathF.Ceiling(me.Left);
        me.Next.Mood = Math.Clamp(me.Mood, -1f, 1f) + Functions.Within(me.Mood, 0, 1);
        me.Float = MathF.Sqrt(x);
        me.OtherFloat = MathF.Max(y, least) * MathF.Truncate(y);
        me.Int = Math.Min(Math.Max(me.Int, -5), me.OtherInt);
        me.OtherInt = Math.Clamp(me.OtherInt, -7, 100);
        me.Double = Math.Max(me.Double, Math.Min(me.OtherDouble, 0)) + Math.Floor(me.Double);
        me.OtherDouble = Math.Sqrt(Math.Abs(me.OtherDouble));
        me.UInt = Math.Min(me.UInt, me.OtherUInt);
        me.Long = Math.Max(me.Long, me.OtherLong);
        me.ULong = Math.Min(me.ULong, me.OtherULong);
        me.Bool = float.IsNaN(me.Left) || double.IsNaN(me.Weight);
        me.Next.Weight = Math.Clamp(me.Weight, -0.0, 0.0);
    }
}

[MustVectorise]
internal readonly partial struct MathematicsByLane : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = MathF.Round(me.Float) + Math.Sign(me.Int);
        me.Double = Math.Round(me.Double) - Math.Truncate(me.Weight);
        me.OtherDouble = Math.Pow(me.OtherDouble, 2);
        me.Byte = Math.Max(me.Byte, (byte)17);
        me.SByte = Math.Min(me.SByte, (sbyte)-3);
        me.Short = Math.Clamp(me.Short, (short)-50, (short)50);
        me.Bool = float.IsFinite(me.Mood) ^ double.IsInfinity(me.Weight) | float.IsNegative(me.Left);
        me.OtherFloat = Math.Clamp(me.OtherFloat, Math.Min(me.Birth, 1), 1);
    }
}

[MustVectorise]
internal readonly partial struct Curves : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = Functions.Exp(me.Float);
        me.OtherFloat = Functions.Logistic(me.OtherFloat);
        me.Left = Functions.Log(me.Left) + Functions.Log1p(me.Birth);
        me.Next.Mood = Functions.Pow(me.Mood, 2.5f);
        me.Double = Functions.NormalCdf(me.Double) + Functions.NormalQuantile(me.Weight);
        me.OtherDouble = Functions.Log(me.OtherDouble) * Functions.Exp(me.Weight);
        me.Next.Weight = Functions.Pow(me.Weight, me.Int);
    }
}
