package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Stay;
import java.util.Optional;

/**
 * How the visit ended and what was paid for it, where money does not speak on both sides. The stay moves as one, from
 * the side that took the money or else by the site's strategy, with two exceptions: an exit is never undone by a merge,
 * and a fee set by hand beats a computed one and goes with whichever exit stands.
 */
final class Till {
    private final Sides sides;
    private final Policy policy;

    private Till(Sides sides, Policy policy) {
        this.sides = sides;
        this.policy = policy;
    }

    static Entry settle(Sides sides, Policy policy, Entry into) {
        Till till = new Till(sides, policy);
        return into.with(till.stay()).with(till.payment());
    }

    private Stay stay() {
        if (!sides.changed(Side.LOCAL, FieldGroup.STAY)) {
            return sides.remote().stay();
        }
        if (!sides.changed(Side.REMOTE, FieldGroup.STAY)) {
            return sides.local().stay();
        }
        Stay ended = sides.of(ended()).stay();
        Stay charged = sides.of(charged()).stay();
        return new Stay(
                ended.status(),
                ended.exitTime(),
                charged.fee(),
                sides.of(computed()).stay().computedFee(),
                charged.feeManuallySet(),
                charged.feeReason());
    }

    /** An Unpaid never erases a payment, since the side that took money goes first. */
    private Payment payment() {
        boolean here = sides.changed(Side.LOCAL, FieldGroup.PAYMENT);
        boolean there = sides.changed(Side.REMOTE, FieldGroup.PAYMENT);
        if (!here || !there) {
            return sides.of(here ? Side.LOCAL : Side.REMOTE).payment();
        }
        return sides.of(leading(FieldGroup.PAYMENT)).payment();
    }

    /** Whose status and time of exit stand: beside a fee set by hand, those that only one side changed. */
    private Side ended() {
        boolean insideHere = sides.local().isInside();
        if (sides.origin().isInside() && insideHere != sides.remote().isInside()) {
            return insideHere ? Side.REMOTE : Side.LOCAL;
        }
        return byHand() ? alone(setExit(Side.LOCAL), setExit(Side.REMOTE)) : leading(FieldGroup.STAY);
    }

    /** Whose fee stands: a computed one belongs to the exit it was computed for. */
    private Side charged() {
        return mover().orElseGet(() -> byHand() ? alone(setByHand(Side.LOCAL), setByHand(Side.REMOTE)) : ended());
    }

    /** Whose word on the tariff stands: it stays known beside a fee set by hand. */
    private Side computed() {
        return mover().orElseGet(() -> byHand() ? alone(setComputed(Side.LOCAL), setComputed(Side.REMOTE)) : ended());
    }

    private boolean byHand() {
        return setByHand(Side.LOCAL) || setByHand(Side.REMOTE);
    }

    private Side alone(boolean here, boolean there) {
        if (here == there) {
            return leading(FieldGroup.STAY);
        }
        return here ? Side.LOCAL : Side.REMOTE;
    }

    private Side leading(FieldGroup group) {
        return mover().orElse(Side.winning(policy.on(group)));
    }

    private Optional<Side> mover() {
        return MoneyOnBothSides.soleMover(sides);
    }

    private boolean setExit(Side side) {
        return sides.changed(side, Field.STATUS) || sides.changed(side, Field.EXIT_TIME);
    }

    private boolean setComputed(Side side) {
        return sides.changed(side, Field.COMPUTED_FEE);
    }

    private boolean setByHand(Side side) {
        return sides.of(side).stay().feeManuallySet()
                && (sides.changed(side, Field.FEE) || sides.changed(side, Field.FEE_REASON));
    }
}
